package org.todoke.notice.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Channel;
import org.todoke.notice.forwarding.ForwardingForm.AddresseeForm;
import org.todoke.notice.forwarding.ForwardingForm.CoverLetterForm;
import org.todoke.notice.forwarding.ForwardingForm.OmissionForm;
import org.todoke.notice.forwarding.ForwardingForm.ToForm;
import org.todoke.notice.input.Checks;

class ForwardingPlanTest {

  private static final LocalDate NOTICE_DUE = LocalDate.of(2013, 7, 31);
  private static final CoverLetterForm LETTER = letter("2013-07-26");
  private static final ToForm ALL = new ToForm(true, null);

  @Test
  void whoeverIsNamedWithoutAChannelGetsItByTheInbox() {
    Checks checks = new Checks();

    ForwardingPlan plan =
        ForwardingPlan.judge(
            new ForwardingForm(
                new ToForm(
                    null,
                    List.of(
                        new AddresseeForm("cn:2999905000101", null),
                        new AddresseeForm("cn:8999905000104", Channel.FAX))),
                List.of(new OmissionForm("cn:3999902000103", "廃業予定のため")),
                LETTER),
            NOTICE_DUE,
            checks);

    assertThat(checks.list()).isEmpty();
    assertThat(plan.allOthers()).isFalse();
    assertThat(plan.entries())
        .extracting(
            e -> e.code().value(), ForwardingPlan.Entry::channel, ForwardingPlan.Entry::reason)
        .containsExactly(
            tuple("cn:2999905000101", Channel.INBOX, null),
            tuple("cn:8999905000104", Channel.FAX, null),
            tuple("cn:3999902000103", null, "廃業予定のため"));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThat(
            faults(
                new ForwardingForm(
                    new ToForm(false, List.of(new AddresseeForm("nobody", null))),
                    List.of(new OmissionForm("lg:382043", " ")),
                    new CoverLetterForm("x y", null, "平成25年2月30日", null, "text", "2013-08-01", 0))))
        .containsExactlyInAnyOrder(
            tuple("/to/organizations/0/code", "organization-code.malformed"),
            tuple("/omitted/0/reason", "value.required"),
            tuple("/coverLetter/paperKind", "paper.kind-malformed"),
            tuple("/coverLetter/date", "date.not-a-day"),
            tuple("/coverLetter/title", "value.required"),
            tuple("/coverLetter/dueOn", "forwarding.due-after-notice"),
            tuple("/coverLetter/allowance", "number.too-small"));
  }

  @Test
  void nobodyIsNamedTwice() {
    assertThat(
            faults(
                new ForwardingForm(
                    new ToForm(true, List.of(new AddresseeForm("lg:382043", null))),
                    List.of(new OmissionForm("lg:382043", "x")),
                    LETTER)))
        .containsExactly(tuple("/omitted/0/code", "list.duplicate"));
  }

  @Test
  void somebodyHasToBeMeant() {
    assertThat(faults(new ForwardingForm(null, null, LETTER)))
        .containsExactly(tuple("/to", "value.required"));
    assertThat(faults(new ForwardingForm(new ToForm(null, null), null, LETTER)))
        .containsExactly(tuple("/to", "forwarding.to-nobody"));
    assertThat(faults(new ForwardingForm(ALL, null, null)))
        .containsExactly(tuple("/coverLetter", "value.required"));
  }

  @Test
  void letterMaySetTheDateOfTheNoticeButNoLaterOne() {
    assertThat(faults(new ForwardingForm(ALL, null, letter("2013-07-31")))).isEmpty();
    assertThat(faults(new ForwardingForm(ALL, null, letter("2013-08-01"))))
        .containsExactly(tuple("/coverLetter/dueOn", "forwarding.due-after-notice"));
    assertThat(faults(new ForwardingForm(ALL, null, letter(null)))).isEmpty();
  }

  @Test
  void listsHaveABound() {
    var many = Collections.nCopies(10_001, new AddresseeForm("lg:382043", null));

    assertThat(faults(new ForwardingForm(new ToForm(null, many), null, LETTER)))
        .contains(tuple("/to/organizations", "list.too-long"));
  }

  private static CoverLetterForm letter(@Nullable String dueOn) {
    return new CoverLetterForm("jimu-renraku", null, "平成25年7月17日", "周知", "本文", dueOn, null);
  }

  private static List<Tuple> faults(ForwardingForm form) {
    Checks checks = new Checks();
    ForwardingPlan.judge(form, NOTICE_DUE, checks);
    return checks.list().stream().map(v -> tuple(v.pointer(), v.code())).toList();
  }
}
