package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;
import org.todoke.notice.authoring.NoticeForm.ActionForm;
import org.todoke.notice.authoring.NoticeForm.AudienceForm;
import org.todoke.notice.authoring.NoticeForm.ContactForm;
import org.todoke.notice.authoring.NoticeForm.ExternalForm;
import org.todoke.notice.authoring.NoticeForm.ReferenceForm;
import org.todoke.notice.authoring.NoticeForm.RelationForm;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.web.Violation;

class NoticeRulesTest {

  private static final Place DIVISION = place("go:mhlw.roken.somu", OrganizationKind.DIVISION);
  private static final Place OTHER = place("go:mhlw.roken.shinko", OrganizationKind.DIVISION);
  private static final Place EHIME = place("lg:380008", OrganizationKind.PREFECTURE);
  private static final Place YAWATAHAMA =
      new Place(
          OrganizationCode.of("lg:382043"),
          OrganizationKind.MUNICIPALITY,
          "八幡浜市",
          EHIME.code(),
          EHIME.code(),
          null,
          null,
          true);
  private static final Place KOCHI_CITY =
      new Place(
          OrganizationCode.of("lg:392014"),
          OrganizationKind.MUNICIPALITY,
          "高知市",
          OrganizationCode.of("lg:390003"),
          OrganizationCode.of("lg:390003"),
          null,
          null,
          true);
  private static final Place CORPORATION = place("cn:2999905000101", OrganizationKind.CORPORATION);
  private static final UUID CHECKLIST = UUID.randomUUID();
  private static final UUID READABLE = UUID.randomUUID();

  private final Map<String, @Nullable Object> form = new HashMap<>();

  NoticeRulesTest() {
    form.put("paperKind", "jimu-renraku");
    form.put("issuedOn", "平成25年7月11日");
    form.put("title", "個人情報の適切な取扱いについて");
    form.put("text", "周知徹底をお願いいたします。");
    form.put("issuers", List.of("go:mhlw.roken.somu"));
    form.put(
        "audience",
        new AudienceForm(
            List.of(OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY),
            List.of(OrganizationKind.PREFECTURE),
            null));
  }

  @Test
  void thePaperOfTheSeedIsGood() {
    form.put("issuers", List.of("go:mhlw.roken.somu", "go:mhlw.roken.shinko"));
    form.put("series", "介護保険最新情報");
    form.put("volume", 334);
    form.put("references", List.of(new ReferenceForm("※1", "ガイドライン", "http://www.mhlw.go.jp/x")));
    form.put("contact", new ContactForm("老健局総務課", "03-5253-1111(内線3919)", "03-3503-2740"));
    form.put("actions", List.of(new ActionForm("点検", "平成25年7月31日", CHECKLIST.toString())));
    form.put("relations", List.of(encloses(READABLE.toString())));
    Checks checks = new Checks();

    NoticeContent content = judge(DIVISION, checks);

    assertThat(checks.violations()).isEmpty();
    assertThat(content.issuedOn()).isEqualTo(LocalDate.of(2013, 7, 11));
    assertThat(content.usage()).isEqualTo(Usage.ACTUAL);
    assertThat(content.issuers()).containsExactly(DIVISION.code(), OTHER.code());
    assertThat(content.requestedActions().get(0).dueOn()).isEqualTo(LocalDate.of(2013, 7, 31));
    assertThat(content.relations().get(0).target()).isEqualTo(READABLE);
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    form.clear();
    form.put("paperKind", "Jimu Renraku");
    form.put("issuedOn", "平成25年2月30日");
    form.put("title", "x".repeat(301));
    form.put("text", "before\u0000after");
    form.put("volume", 0);

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/paperKind", "paper.kind-malformed"),
            tuple("/issuedOn", "date.not-a-day"),
            tuple("/title", "text.too-long"),
            tuple("/text", "text.control-character"),
            tuple("/volume", "number.too-small"),
            tuple("/series", "notice.volume-without-series"),
            tuple("/issuers", "value.required"),
            tuple("/audience", "value.required"));
  }

  @ParameterizedTest
  @CsvSource({
    "title, 300",
    "text, 20000",
    "series, 100",
    "documentNumber, 64",
  })
  void textUpToItsBoundIsTakenAndOneCharacterMoreIsNot(String field, int bound) {
    form.put(field, "𠮷".repeat(bound));
    assertThat(faults(DIVISION)).isEmpty();

    form.put(field, "𠮷".repeat(bound + 1));
    assertThat(faults(DIVISION)).containsExactly(tuple("/" + field, "text.too-long"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2013-07-11 |",
        "平成25年7月11日 |",
        "２０１３-０７-１１ |",
        "平成25年2月30日 | date.not-a-day",
        "平成31年5月1日 | date.era-ended",
        "0001-01-01 | date.not-a-day",
        "last week | date.unreadable",
        "'' | value.required"
      })
  void dateOfThePaperIsReadStrictly(String text, @Nullable String fault) {
    form.put("issuedOn", text);

    assertThat(faults(DIVISION))
        .isEqualTo(fault == null ? List.of() : List.of(tuple("/issuedOn", fault)));
  }

  @Test
  void callerLeadsAndOnlyThoseSignWhoMayIssue() {
    form.put(
        "issuers",
        List.of(
            "go:mhlw.roken.shinko", "go:mhlw.roken.shinko", "cn:2999905000101", "go:nobody", "x"));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/issuers/0", "notice.lead-is-caller"),
            tuple("/issuers/1", "list.duplicate"),
            tuple("/issuers/2", "notice.issuer-may-not-issue"),
            tuple("/issuers/3", "organization.unknown"),
            tuple("/issuers/4", "organization-code.malformed"));
  }

  @Test
  void requestsHaveOnePublishedChecklistAtMostAndDatesAfterThePaper() {
    form.put(
        "actions",
        List.of(
            new ActionForm("a", "2013-07-10", CHECKLIST.toString()),
            new ActionForm("", null, CHECKLIST.toString())));
    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/requestedActions/0/dueOn", "action.due-before-issue"),
            tuple("/requestedActions/1/checklistId", "action.one-checklist"),
            tuple("/requestedActions/1/text", "value.required"));

    form.put("actions", List.of(new ActionForm("a", null, UUID.randomUUID().toString())));
    assertThat(faults(DIVISION))
        .containsExactly(
            tuple("/requestedActions/0/checklistId", "action.checklist-not-published"));

    form.put("actions", Collections.nCopies(11, new ActionForm("a", null, null)));
    assertThat(faults(DIVISION)).containsExactly(tuple("/requestedActions", "list.too-long"));
  }

  @Test
  void relationNamesOneReadableNoticeOrOneWholePaper() {
    form.put(
        "relations",
        List.of(
            encloses(UUID.randomUUID().toString()),
            encloses("no-id"),
            new RelationForm(RelationKind.CORRECTS, null, null),
            new RelationForm(null, READABLE.toString(), null),
            new RelationForm(
                RelationKind.REPLACES, null, new ExternalForm("厚生労働省", null, "昨日", null))));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/relations/0/noticeId", "relation.unknown-notice"),
            tuple("/relations/1/noticeId", "uuid.malformed"),
            tuple("/relations/2", "relation.one-target"),
            tuple("/relations/3/kind", "value.required"),
            tuple("/relations/4/external/date", "date.unreadable"),
            tuple("/relations/4/external/title", "value.required"));
  }

  @Test
  void referenceNeedsAnAddressThatABrowserCanOpenSafely() {
    form.put("references", List.of(new ReferenceForm("※1", "x", "javascript:alert(1)")));

    assertThat(faults(DIVISION))
        .containsExactly(tuple("/references/0/url", "reference.url-malformed"));
  }

  @Test
  void audienceLiesBelowItsIssuer() {
    form.put("issuers", List.of("lg:380008"));

    assertThat(faults(EHIME))
        .containsExactly(tuple("/audience/tiers/0", "audience.tier-not-below"));
  }

  @Test
  void issuerSendsToTiersOfTheAudienceOnlyAndToSomebody() {
    audience(a -> new AudienceForm(a.tiers(), List.of(OrganizationKind.ESTABLISHMENT), a.within()));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/audience/directTo/0", "audience.direct-not-a-tier"));

    audience(a -> new AudienceForm(a.tiers(), List.of(), a.within()));
    assertThat(faults(DIVISION)).containsExactly(tuple("/audience/directTo", "value.required"));
  }

  @Test
  void areaOfAnAudienceLiesInTheJurisdictionOfItsIssuer() {
    form.put("issuers", List.of("lg:380008"));
    form.put(
        "audience",
        new AudienceForm(
            List.of(OrganizationKind.MUNICIPALITY),
            List.of(OrganizationKind.MUNICIPALITY),
            List.of("lg:380008", "lg:382043", "lg:392014", "cn:2999905000101", "lg:999999")));

    assertThat(faults(EHIME))
        .containsExactlyInAnyOrder(
            tuple("/audience/within/2", "audience.within-foreign"),
            tuple("/audience/within/3", "audience.within-not-an-area"),
            tuple("/audience/within/4", "organization.unknown"));
  }

  @Test
  void nullsInListsAreFaultsAndNoCrash() {
    form.put("issuers", new ArrayList<>(Collections.singletonList(null)));

    assertThat(faults(DIVISION)).containsExactly(tuple("/issuers/0", "value.required"));
  }

  private void audience(UnaryOperator<AudienceForm> change) {
    form.put("audience", change.apply((AudienceForm) form.get("audience")));
  }

  private static RelationForm encloses(String noticeId) {
    return new RelationForm(RelationKind.ENCLOSES, noticeId, null);
  }

  private List<Tuple> faults(Place lead) {
    Checks checks = new Checks();
    judge(lead, checks);
    return checks.violations().stream().map((Violation v) -> tuple(v.pointer(), v.code())).toList();
  }

  @SuppressWarnings("unchecked")
  private NoticeContent judge(Place lead, Checks checks) {
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
            (AudienceForm) form.get("audience"));
    Map<OrganizationCode, Place> places = new HashMap<>();
    List.of(DIVISION, OTHER, EHIME, YAWATAHAMA, KOCHI_CITY, CORPORATION)
        .forEach(place -> places.put(place.code(), place));
    return NoticeRules.judge(
        input, lead, new Surroundings(places, Set.of(CHECKLIST), Set.of(READABLE)), checks);
  }

  private static Place place(String code, OrganizationKind kind) {
    return new Place(OrganizationCode.of(code), kind, code, null, null, null, null, true);
  }
}
