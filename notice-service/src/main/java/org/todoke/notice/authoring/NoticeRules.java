package org.todoke.notice.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.notice.authoring.NoticeForm.ContactForm;
import org.todoke.notice.authoring.NoticeForm.ReferenceForm;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;

/**
 * What makes a notice one that can be kept: every bound and every consistency, all of them judged
 * each time. The bounds are those of the published event where it carries the text.
 */
final class NoticeRules {

  static final int MAX_TITLE = 300;
  static final int MAX_TEXT = 20_000;
  static final int MAX_LIST = 50;
  static final int MAX_LINE = 300;
  static final int MAX_NOTE = 2_000;
  static final int MAX_SERIES = 100;
  static final int MAX_DOCUMENT_NUMBER = 64;
  static final int MAX_TELEPHONE = 50;
  static final int MAX_URL = 500;
  static final int MAX_SHEETS = 9_999;

  private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"]+");

  private final Place lead;
  private final Surroundings known;
  private final Checks checks;

  private NoticeRules(Place lead, Surroundings known, Checks checks) {
    this.lead = lead;
    this.known = known;
    this.checks = checks;
  }

  /** The content; of use only where {@code checks} stayed empty. */
  static NoticeContent judge(NoticeForm form, Place lead, Surroundings known, Checks checks) {
    return new NoticeRules(lead, known, checks).content(form);
  }

  private NoticeContent content(NoticeForm form) {
    LocalDate issuedOn = checks.requiredDate("/issuedOn", form.issuedOn()).orElse(LocalDate.EPOCH);
    String series = checks.optional("/series", form.series(), MAX_SERIES).orElse(null);
    Integer volume = checks.positive("/volume", form.volume()).orElse(null);
    if (form.volume() != null && series == null) {
      checks.add("/series", "notice.volume-without-series");
    }
    Usage usage = Optional.ofNullable(form.usage()).orElse(Usage.ACTUAL);
    List<Relation> relations = RelationRules.judge(form, usage, known, checks);
    Audience audience = audience(form, relations);
    Confidentiality confidentiality =
        Optional.ofNullable(form.confidentiality()).orElse(Confidentiality.RESTRICTED);
    return new NoticeContent(
        usage,
        checks.paperKind("/paperKind", form.paperKind()),
        series,
        volume,
        checks.optional("/documentNumber", form.documentNumber(), MAX_DOCUMENT_NUMBER).orElse(null),
        issuedOn,
        checks.required("/title", form.title(), MAX_TITLE),
        checks.required("/text", form.text(), MAX_TEXT),
        references(form),
        contact(form.contact()),
        issuers(form),
        addressees(form),
        relations,
        checks.within("/declaredSheets", form.declaredSheets(), 0, MAX_SHEETS).orElse(null),
        ActionRules.judge(form, issuedOn, audience.tiers(), known, checks),
        audience,
        Optional.ofNullable(form.purpose()).orElse(NoticePurpose.FOR_FOLLOW_UP),
        confidentiality);
  }

  private List<Reference> references(NoticeForm form) {
    List<ReferenceForm> given = checks.list("/references", form.references(), MAX_LIST);
    var references = new ArrayList<Reference>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/references/" + i;
      ReferenceForm each = given.get(i);
      references.add(
          new Reference(
              checks.required(at + "/mark", each.mark(), 20),
              checks.required(at + "/text", each.text(), MAX_NOTE),
              url(at + "/url", each.url())));
    }
    return references;
  }

  private @Nullable String url(String at, @Nullable String text) {
    String url = checks.optional(at, text, MAX_URL).orElse(null);
    if (url != null && !url.isEmpty() && !URL.matcher(url).matches()) {
      checks.add(at, "reference.url-malformed");
    }
    return url;
  }

  private @Nullable Contact contact(@Nullable ContactForm form) {
    if (form == null) {
      return null;
    }
    return new Contact(
        checks.required("/contact/department", form.department(), MAX_LINE),
        checks.optional("/contact/telephone", form.telephone(), MAX_TELEPHONE).orElse(null),
        checks.optional("/contact/fax", form.fax(), MAX_TELEPHONE).orElse(null));
  }

  private List<OrganizationCode> issuers(NoticeForm form) {
    List<String> given = checks.list("/issuers", form.issuers(), MAX_LIST);
    if (form.issuers() == null || form.issuers().isEmpty()) {
      checks.add("/issuers", "value.required");
    }
    checks.distinct("/issuers", given);
    var issuers = new ArrayList<OrganizationCode>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/issuers/" + i;
      Optional<OrganizationCode> code = checks.code(at, given.get(i));
      code.ifPresent(issuers::add);
      if (i == 0 && code.isPresent() && !code.get().equals(lead.code())) {
        checks.add(at, "notice.lead-is-caller");
      }
      boolean beside = i > 0;
      code.ifPresent(c -> mayIssue(at, c, beside));
    }
    return issuers;
  }

  /** Nobody else's name goes on a paper without their doing: a body is one will, two are not. */
  private void mayIssue(String at, OrganizationCode code, boolean besideTheLead) {
    Place place = known.places().get(code);
    if (place == null) {
      checks.add(at, "organization.unknown", code.value());
    } else if (!place.mayIssue()) {
      checks.add(at, "notice.issuer-may-not-issue", code.value());
    } else if (besideTheLead && !place.body().equals(lead.body())) {
      checks.add(at, "notice.issuer-of-another-body", code.value());
    }
  }

  private List<String> addressees(NoticeForm form) {
    List<String> given = checks.list("/addressees", form.addressees(), MAX_LIST);
    var addressees = new ArrayList<String>();
    for (int i = 0; i < given.size(); i++) {
      addressees.add(checks.required("/addressees/" + i, given.get(i), MAX_LINE));
    }
    return addressees;
  }

  /** That of the former version, where this one comes in its place: there it is left out. */
  private Audience audience(NoticeForm form, List<Relation> relations) {
    Optional<Audience> former =
        relations.stream()
            .filter(Relation::isSuccession)
            .flatMap(r -> Optional.ofNullable(known.own().get(r.target())).stream())
            .map(OwnNotice::audience)
            .findFirst();
    if (former.isPresent() && form.audience() == null) {
      return former.get();
    }
    Audience audience = AudienceRules.judge(form.audience(), lead, known, checks);
    if (former.isPresent() && !former.get().equals(audience)) {
      checks.add("/audience", "relation.audience-of-the-former");
    }
    return audience;
  }
}
