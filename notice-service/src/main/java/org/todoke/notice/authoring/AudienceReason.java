package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * Why an organisation is in an audience, or why it is not.
 *
 * @param frozen whether the answer is that of the frozen audience, and not of the rule as it would
 *     be applied now
 * @param reasons each part of the rule that takes it in; or the one that keeps it out
 */
@Schema(name = "AudienceReason")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AudienceReason(
    OrganizationCode organization,
    @Nullable String name,
    OrganizationKind kind,
    boolean included,
    boolean frozen,
    List<Part> reasons) {

  /**
   * @param pointer the part of the rule in the content of the notice; null where it is none
   */
  @Schema(name = "AudienceReasonPart")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Part(String code, @Nullable String pointer, String message) {}
}
