package org.todoke.notice.authoring;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DepartmentDuty;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.authoring.Audience.Addition;
import org.todoke.notice.authoring.Audience.Exemption;
import org.todoke.notice.authoring.NoticeForm.AdditionForm;
import org.todoke.notice.authoring.NoticeForm.AudienceForm;
import org.todoke.notice.authoring.NoticeForm.ExemptionForm;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;

/** A notice goes down: to tiers below its issuer, inside the issuer's own jurisdiction. */
final class AudienceRules {

  static final int MAX_WITHIN = 2_000;
  static final int MAX_NAMED = 2_000;
  static final int MAX_SERVICE_TYPES = 100;
  static final int MAX_REASON = 500;

  private static final Pattern SERVICE_TYPE = Pattern.compile("[0-9A-Z]{2,3}");

  private static final Set<OrganizationKind> HAVE_OTHERS_BELOW =
      EnumSet.of(
          OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY, OrganizationKind.CORPORATION);

  private final Place lead;
  private final Surroundings known;
  private final Checks checks;

  private AudienceRules(Place lead, Surroundings known, Checks checks) {
    this.lead = lead;
    this.known = known;
    this.checks = checks;
  }

  static Audience judge(
      @Nullable AudienceForm form, Place lead, Surroundings known, Checks checks) {
    if (form == null) {
      checks.add("/audience", "value.required");
      return Audience.empty();
    }
    return new AudienceRules(lead, known, checks).audience(form);
  }

  private Audience audience(AudienceForm form) {
    List<OrganizationKind> tiers = tiers(form);
    return new Audience(
        tiers,
        directTo(form, tiers),
        within(form),
        departments(form, tiers),
        serviceTypes(form),
        additions(form),
        exceptions(form));
  }

  private List<OrganizationKind> tiers(AudienceForm form) {
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
    return tiers;
  }

  private List<OrganizationKind> directTo(AudienceForm form, List<OrganizationKind> tiers) {
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
    return directTo;
  }

  private List<OrganizationCode> within(AudienceForm form) {
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

  private List<DepartmentDuty> departments(AudienceForm form, List<OrganizationKind> tiers) {
    List<String> given =
        checks.list("/audience/departments", form.departments(), DepartmentDuty.values().length);
    checks.distinct("/audience/departments", given);
    if (!given.isEmpty() && tiers.stream().noneMatch(OrganizationKind::isLocalGovernment)) {
      checks.add("/audience/departments", "audience.nobody-has-departments");
    }
    var departments = new ArrayList<DepartmentDuty>();
    for (int i = 0; i < given.size(); i++) {
      Optional<DepartmentDuty> duty = DepartmentDuty.ofWireName(given.get(i));
      duty.ifPresent(departments::add);
      if (duty.isEmpty()) {
        checks.add("/audience/departments/" + i, "audience.department-unknown");
      }
    }
    return departments;
  }

  private List<String> serviceTypes(AudienceForm form) {
    String at = "/audience/serviceTypes";
    List<String> given = checks.list(at, form.serviceTypes(), MAX_SERVICE_TYPES);
    checks.distinct(at, given);
    for (int i = 0; i < given.size(); i++) {
      if (!SERVICE_TYPE.matcher(given.get(i)).matches()) {
        checks.add(at + "/" + i, "audience.service-malformed");
      } else if (!known.serviceTypes().contains(given.get(i))) {
        checks.add(at + "/" + i, "audience.service-unknown", given.get(i));
      }
    }
    return given;
  }

  private List<Addition> additions(AudienceForm form) {
    List<AdditionForm> given = checks.list("/audience/additions", form.additions(), MAX_NAMED);
    var additions = new ArrayList<Addition>();
    var named = new HashSet<OrganizationCode>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/audience/additions/" + i;
      String reason = checks.required(at + "/reason", given.get(i).reason(), MAX_REASON);
      Optional<Place> place = named(at, given.get(i).organization(), named);
      place.ifPresent(p -> additions.add(new Addition(p.code(), reason)));
      place.ifPresent(p -> mayBeAdded(at + "/organization", p));
    }
    return additions;
  }

  private void mayBeAdded(String at, Place place) {
    if (!place.active()) {
      checks.add(at, "audience.addition-closed", place.code().value());
    } else if (!lead.tiersBelow().contains(place.kind())
        || !known.inJurisdiction().contains(place.code())) {
      checks.add(at, "audience.addition-foreign", place.code().value());
    }
  }

  /** Who is not below the issuer, and so in no audience of it, may be named: it changes nothing. */
  private List<Exemption> exceptions(AudienceForm form) {
    List<ExemptionForm> given = checks.list("/audience/exceptions", form.exceptions(), MAX_NAMED);
    var exceptions = new ArrayList<Exemption>();
    var named = new HashSet<OrganizationCode>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/audience/exceptions/" + i;
      ExemptionForm each = given.get(i);
      boolean below = Boolean.TRUE.equals(each.withThoseBelow());
      String reason = checks.required(at + "/reason", each.reason(), MAX_REASON);
      Optional<Place> place = named(at, each.organization(), named);
      place.ifPresent(p -> exceptions.add(new Exemption(p.code(), reason, below)));
      if (below && place.filter(p -> !HAVE_OTHERS_BELOW.contains(p.kind())).isPresent()) {
        checks.add(at + "/withThoseBelow", "audience.exception-nobody-below");
      }
    }
    return exceptions;
  }

  private Optional<Place> named(String at, @Nullable String text, Set<OrganizationCode> before) {
    Optional<OrganizationCode> code = checks.code(at + "/organization", text);
    if (code.isEmpty()) {
      return Optional.empty();
    }
    if (!before.add(code.get())) {
      checks.add(at + "/organization", "list.duplicate");
    }
    Optional<Place> place = Optional.ofNullable(known.places().get(code.get()));
    if (place.isEmpty()) {
      checks.add(at + "/organization", "organization.unknown", code.get().value());
    }
    return place;
  }
}
