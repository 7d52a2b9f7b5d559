package org.todoke.registry.reference;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.organization.SearchKey;

/** A row of a list, as the loading statement takes it: named like the columns of the table. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ListedOrganization(
    String code,
    String kind,
    String name,
    String nameKana,
    @Nullable String parent,
    @Nullable String prefecture,
    @Nullable String municipality,
    @Nullable String corporation,
    List<String> services,
    List<String> channels,
    LocalDate validFrom,
    String origin,
    String searchKey,
    List<String> pairs) {

  static ListedOrganization of(
      String code,
      String kind,
      String name,
      String nameKana,
      @Nullable String parent,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation,
      List<String> services,
      List<String> channels,
      LocalDate validFrom,
      String origin) {
    String key = SearchKey.of(name, nameKana);
    return new ListedOrganization(
        code,
        kind,
        name,
        nameKana,
        parent,
        prefecture,
        municipality,
        corporation,
        services,
        channels,
        validFrom,
        origin,
        key,
        SearchKey.pairsOf(key));
  }
}
