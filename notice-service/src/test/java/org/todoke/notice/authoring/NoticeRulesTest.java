package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;
import org.todoke.notice.authoring.NoticeForm.ActionForm;
import org.todoke.notice.authoring.NoticeForm.ContactForm;
import org.todoke.notice.authoring.NoticeForm.ExternalForm;
import org.todoke.notice.authoring.NoticeForm.ReferenceForm;
import org.todoke.notice.authoring.NoticeForm.RelationForm;
import org.todoke.notice.input.Checks;

class NoticeRulesTest extends PaperUnderRules {

  @Test
  void thePaperOfTheSeedIsGood() {
    form.put("issuers", List.of("go:mhlw.roken.somu", "go:mhlw.roken.shinko"));
    form.put("series", "介護保険最新情報");
    form.put("volume", 334);
    form.put("references", List.of(new ReferenceForm("※1", "ガイドライン", "http://www.mhlw.go.jp/x")));
    form.put("contact", new ContactForm("老健局総務課", "03-5253-1111(内線3919)", "03-3503-2740"));
    form.put("actions", List.of(new ActionForm("点検", "平成25年7月31日", CHECKLIST.toString(), null)));
    form.put("relations", List.of(encloses(READABLE.toString())));
    Checks checks = new Checks();

    NoticeContent content = judge(DIVISION, checks);

    assertThat(checks.list()).isEmpty();
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
  void requestsHavePublishedChecklistsEachOnceAndDatesAfterThePaper() {
    form.put(
        "actions",
        List.of(
            new ActionForm("a", "2013-07-10", CHECKLIST.toString(), null),
            new ActionForm("", "2013-07-10", CHECKLIST.toString(), null)));
    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/requestedActions/0/dueOn", "action.due-before-issue"),
            tuple("/requestedActions/1/dueOn", "action.due-before-issue"),
            tuple("/requestedActions/1/checklistId", "list.duplicate"),
            tuple("/requestedActions/1/text", "value.required"));

    form.put("actions", List.of(new ActionForm("a", null, UUID.randomUUID().toString(), null)));
    assertThat(faults(DIVISION))
        .containsExactly(
            tuple("/requestedActions/0/checklistId", "action.checklist-not-published"));

    form.put("actions", Collections.nCopies(11, new ActionForm("a", null, null, null)));
    assertThat(faults(DIVISION)).containsExactly(tuple("/requestedActions", "list.too-long"));
  }

  @Test
  void allowanceOfATierIsANumberOfOfficeDays() {
    Map<OrganizationKind, @Nullable Integer> days = new HashMap<>();
    days.put(OrganizationKind.PREFECTURE, 0);
    days.put(OrganizationKind.MUNICIPALITY, 251);
    days.put(OrganizationKind.CORPORATION, null);
    days.put(OrganizationKind.ESTABLISHMENT, 10);
    form.put("actions", List.of(new ActionForm("a", null, null, days)));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/requestedActions/0/allowances/prefecture", "number.too-small"),
            tuple("/requestedActions/0/allowances/municipality", "number.too-large"),
            tuple("/requestedActions/0/allowances/corporation", "value.required"));
  }

  @Test
  void relationNamesOneReadableNoticeOrOneWholePaper() {
    form.put(
        "relations",
        List.of(
            encloses(UUID.randomUUID().toString()),
            encloses("no-id"),
            new RelationForm(RelationKind.CORRECTS, null, null, null, null),
            new RelationForm(null, READABLE.toString(), null, null, null),
            new RelationForm(
                RelationKind.REPLACES,
                null,
                new ExternalForm("厚生労働省", null, "昨日", null),
                null,
                null)));

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
}
