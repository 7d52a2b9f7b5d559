package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.NoticePurpose;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;
import org.todoke.notice.authoring.NoticeForm.ActionForm;
import org.todoke.notice.authoring.NoticeForm.AudienceForm;
import org.todoke.notice.authoring.NoticeForm.ContactForm;
import org.todoke.notice.authoring.NoticeForm.ReferenceForm;
import org.todoke.notice.authoring.NoticeForm.RelationForm;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.web.Violation;

/** The paper of Vol. 334 in outline, for a test to spoil and to have judged. */
abstract class PaperUnderRules {

  static final Place DIVISION = division("go:mhlw.roken.somu");
  static final Place OTHER = division("go:mhlw.roken.shinko");
  static final Place OF_ANOTHER_MINISTRY =
      place("go:soumu.jichi", OrganizationKind.DIVISION, "go:soumu");
  static final Place EHIME = place("lg:380008", OrganizationKind.PREFECTURE);
  static final Place YAWATAHAMA =
      new Place(
          OrganizationCode.of("lg:382043"),
          OrganizationKind.MUNICIPALITY,
          "八幡浜市",
          EHIME.code(),
          EHIME.code(),
          null,
          null,
          true);
  static final Place KOCHI_CITY =
      new Place(
          OrganizationCode.of("lg:392014"),
          OrganizationKind.MUNICIPALITY,
          "高知市",
          OrganizationCode.of("lg:390003"),
          OrganizationCode.of("lg:390003"),
          null,
          null,
          true);
  static final Place CORPORATION = place("cn:2999905000101", OrganizationKind.CORPORATION);
  static final UUID CHECKLIST = UUID.randomUUID();
  static final UUID READABLE = UUID.randomUUID();
  static final UUID CONFIDENTIAL = UUID.randomUUID();
  static final UUID OTHER_CHECKLIST = UUID.randomUUID();

  /** Issued by the division itself, as is the next; that one is a test, and closed. */
  static final UUID OWN = UUID.randomUUID();

  static final UUID CLOSED = UUID.randomUUID();
  static final LocalDate DUE = LocalDate.of(2013, 7, 31);

  final Audience audience =
      new Audience(
          List.of(OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY),
          List.of(OrganizationKind.PREFECTURE),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  final Map<String, @Nullable Object> form = new HashMap<>();

  PaperUnderRules() {
    form.put("paperKind", "jimu-renraku");
    form.put("issuedOn", "平成25年7月11日");
    form.put("title", "個人情報の適切な取扱いについて");
    form.put("text", "周知徹底をお願いいたします。");
    form.put("issuers", List.of("go:mhlw.roken.somu"));
    form.put(
        "audience",
        to(
            List.of(OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY),
            List.of(OrganizationKind.PREFECTURE),
            null));
  }

  /** By tiers and areas only. */
  static AudienceForm to(
      @Nullable List<@Nullable OrganizationKind> tiers,
      @Nullable List<@Nullable OrganizationKind> directTo,
      @Nullable List<@Nullable String> within) {
    return new AudienceForm(tiers, directTo, within, null, null, null, null);
  }

  void audience(UnaryOperator<AudienceForm> change) {
    form.put("audience", change.apply((AudienceForm) form.get("audience")));
  }

  static RelationForm encloses(String noticeId) {
    return new RelationForm(RelationKind.ENCLOSES, noticeId, null, null, null);
  }

  List<Tuple> faults(Place lead) {
    Checks checks = new Checks();
    judge(lead, checks);
    return checks.list().stream().map((Violation v) -> tuple(v.pointer(), v.code())).toList();
  }

  @SuppressWarnings("unchecked")
  NoticeContent judge(Place lead, Checks checks) {
    NoticeForm input =
        new NoticeForm(
            null,
            (String) form.get("paperKind"),
            (String) form.get("series"),
            (Integer) form.get("volume"),
            (String) form.get("documentNumber"),
            (String) form.get("issuedOn"),
            (String) form.get("title"),
            (String) form.get("text"),
            (List<@Nullable ReferenceForm>) form.get("references"),
            (ContactForm) form.get("contact"),
            (List<@Nullable String>) form.get("issuers"),
            List.of("各都道府県 御中"),
            (List<@Nullable RelationForm>) form.get("relations"),
            null,
            (List<@Nullable ActionForm>) form.get("actions"),
            (AudienceForm) form.get("audience"),
            (NoticePurpose) form.get("purpose"),
            null);
    Map<UUID, OwnNotice> own =
        Map.of(
            OWN, new OwnNotice(Usage.ACTUAL, NoticeStatus.ISSUED, DUE, audience),
            CLOSED, new OwnNotice(Usage.TEST, NoticeStatus.CLOSED, null, audience));
    Map<OrganizationCode, Place> places = new HashMap<>();
    List.of(DIVISION, OTHER, OF_ANOTHER_MINISTRY, EHIME, YAWATAHAMA, KOCHI_CITY, CORPORATION)
        .forEach(place -> places.put(place.code(), place));
    return NoticeRules.judge(
        input,
        lead,
        new Surroundings(
            places,
            Set.of(CHECKLIST, OTHER_CHECKLIST),
            Set.of(READABLE, OWN, CLOSED, CONFIDENTIAL),
            own,
            Set.of(CONFIDENTIAL),
            Set.of("15", "43"),
            Set.of(EHIME.code(), YAWATAHAMA.code())),
        checks);
  }

  private static Place division(String code) {
    return place(code, OrganizationKind.DIVISION, "go:mhlw");
  }

  private static Place place(String code, OrganizationKind kind) {
    return place(code, kind, null);
  }

  private static Place place(String code, OrganizationKind kind, @Nullable String parent) {
    return new Place(
        OrganizationCode.of(code),
        kind,
        code,
        parent == null ? null : OrganizationCode.of(parent),
        null,
        null,
        null,
        true);
  }
}
