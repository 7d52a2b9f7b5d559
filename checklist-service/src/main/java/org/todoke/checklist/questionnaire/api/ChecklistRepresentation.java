package org.todoke.checklist.questionnaire.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.questionnaire.Checklist;
import org.todoke.checklist.questionnaire.ChecklistState;
import org.todoke.checklist.questionnaire.Item;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/** One version of a checklist, as its readers see it. */
@Schema(name = "Checklist")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChecklistRepresentation(
    UUID id,
    int version,
    OrganizationCode owner,
    ChecklistState state,
    String title,
    @Nullable String description,
    List<Item> items,
    @Nullable Instant publishedAt,
    @Schema(description = "What this caller may do with it: edit, publish.")
        List<String> permittedActions) {

  static ChecklistRepresentation of(Checklist checklist, Actor actor) {
    List<String> actions = new ArrayList<>();
    if (actor.has(Role.ISSUER) && checklist.owner().equals(actor.organization())) {
      // Editing what is published opens the next version.
      actions.add("edit");
      if (checklist.state() == ChecklistState.DRAFT) {
        actions.add("publish");
      }
    }
    return new ChecklistRepresentation(
        checklist.key().id(),
        checklist.key().version(),
        checklist.owner(),
        checklist.state(),
        checklist.definition().title(),
        checklist.definition().description(),
        checklist.definition().items(),
        checklist.publishedAt(),
        actions);
  }
}
