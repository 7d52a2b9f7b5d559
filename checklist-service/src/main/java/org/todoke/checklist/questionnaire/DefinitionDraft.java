package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A checklist as somebody wrote it: anything may be missing or wrong until {@link DefinitionRules}
 * has seen it.
 */
@Schema(
    name = "ChecklistDraft",
    requiredProperties = {"title", "items"})
public record DefinitionDraft(
    @Schema(maxLength = DefinitionRules.MAX_TITLE) @Nullable String title,
    @Schema(maxLength = DefinitionRules.MAX_TEXT) @Nullable String description,
    @Schema(maxItems = DefinitionRules.MAX_ITEMS) @Nullable List<@Nullable ItemDraft> items) {

  /** A question as somebody wrote it. */
  @Schema(
      name = "ChecklistItemDraft",
      requiredProperties = {"id", "text", "type"})
  public record ItemDraft(
      @Schema(pattern = DefinitionRules.ID, maxLength = DefinitionRules.MAX_ID) @Nullable String id,
      @Schema(maxLength = DefinitionRules.MAX_TEXT) @Nullable String text,
      @Schema(maxLength = DefinitionRules.MAX_TEXT) @Nullable String help,
      @Schema(enumeration = {"yes-no", "single-choice", "text", "date", "number"})
          @Nullable String type,
      @Schema(maxItems = DefinitionRules.MAX_OPTIONS) @Nullable List<@Nullable OptionDraft> options,
      @Nullable Boolean required,
      @Schema(minimum = "1", maximum = "" + DefinitionRules.MAX_ANSWER) @Nullable Integer maxLength,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      @Nullable EnabledWhenDraft enabledWhen,
      @Schema(
              description =
                  "By code of the answer: compliant, partially-compliant, non-compliant or"
                      + " not-applicable.")
          @Nullable Map<String, @Nullable String> outcomes,
      @Schema(description = "Whether the answer may name a person.")
          @Nullable Boolean personalData) {}

  /** An option as somebody wrote it. */
  @Schema(
      name = "ChecklistOptionDraft",
      requiredProperties = {"code", "text"})
  public record OptionDraft(@Nullable String code, @Nullable String text) {}

  /** A condition as somebody wrote it. */
  @Schema(name = "ChecklistConditionDraft", requiredProperties = "item")
  public record EnabledWhenDraft(
      @Nullable String item,
      @JsonProperty("equals") @Nullable String equalTo,
      @Nullable List<@Nullable String> in) {}
}
