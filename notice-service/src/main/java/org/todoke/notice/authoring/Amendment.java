package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of old and new wording (新旧対照表).
 *
 * @param place where in the paper it stands: 第2条第3項
 * @param former absent where words are added
 * @param present absent where words are taken away
 */
@Schema(name = "Amendment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Amendment(
    String place,
    @JsonProperty("old") @Nullable String former,
    @JsonProperty("new") @Nullable String present) {}
