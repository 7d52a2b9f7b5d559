package org.todoke.registry.place;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list, as the loading statement takes it: named like the columns of the table.
 *
 * @param validTo the last day of the code, or of the name
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ListedPlace(
    String code,
    String kind,
    String name,
    @Nullable String nameKana,
    @Nullable String municipality,
    String prefecture,
    @Nullable LocalDate validTo,
    @Nullable String reason,
    List<String> successors) {}
