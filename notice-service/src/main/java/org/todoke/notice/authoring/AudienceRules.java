package org.todoke.notice.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.NoticeForm.AudienceForm;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;

/** A notice goes down: to tiers below its issuer, inside the issuer's own jurisdiction. */
final class AudienceRules {

  static final int MAX_WITHIN = 2_000;

  private AudienceRules() {}

  static Audience judge(
      @Nullable AudienceForm form, Place lead, Surroundings known, Checks checks) {
    if (form == null) {
      checks.add("/audience", "value.required");
      return new Audience(List.of(), List.of(), List.of());
    }
    List<OrganizationKind> tiers = checks.list("/audience/tiers", form.tiers(), 10);
    if (form.tiers() == null || form.tiers().isEmpty()) {
      checks.add("/audience/tiers", "value.required");
    }
    checks.distinct("/audience/tiers", tiers);
    for (int i = 0; i < tiers.size(); i++) {
      if (!lead.tiersBelow().contains(tiers.get(i))) {
        checks.add("/audience/tiers/" + i, "audience.tier-not-below", tiers.get(i).wireName());
      }
    }
    List<OrganizationKind> directTo = checks.list("/audience/directTo", form.directTo(), 10);
    if (form.directTo() == null || form.directTo().isEmpty()) {
      // A notice that reaches nobody by itself could never be passed on.
      checks.add("/audience/directTo", "value.required");
    }
    checks.distinct("/audience/directTo", directTo);
    for (int i = 0; i < directTo.size(); i++) {
      if (!tiers.contains(directTo.get(i))) {
        checks.add(
            "/audience/directTo/" + i, "audience.direct-not-a-tier", directTo.get(i).wireName());
      }
    }
    return new Audience(tiers, directTo, within(form, lead, known, checks));
  }

  private static List<OrganizationCode> within(
      AudienceForm form, Place lead, Surroundings known, Checks checks) {
    List<String> given = checks.list("/audience/within", form.within(), MAX_WITHIN);
    checks.distinct("/audience/within", given);
    var within = new ArrayList<OrganizationCode>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/audience/within/" + i;
      Optional<OrganizationCode> code = checks.code(at, given.get(i));
      if (code.isEmpty()) {
        continue;
      }
      within.add(code.get());
      Place area = known.places().get(code.get());
      if (area == null) {
        checks.add(at, "organization.unknown", code.get().value());
      } else if (area.kind() != OrganizationKind.PREFECTURE
          && area.kind() != OrganizationKind.MUNICIPALITY) {
        checks.add(at, "audience.within-not-an-area", code.get().value());
      } else if (!lead.covers(area)) {
        checks.add(at, "audience.within-foreign", code.get().value());
      }
    }
    return within;
  }
}
