package org.todoke.registry.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.EventType;
import org.todoke.registry.TestRows;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicWriter;

/** Mails on their way, with all that can happen to them there. */
@QuarkusTest
class SendAttemptsTest extends AttemptCase {

  private static final String SECOND_OFFICE = "second@shiosai.example.jp";

  @Test
  void whoHasAnEmailContactIsSentOneMailThatSaysThatANoticeWaits() throws Exception {
    arrived(SHIOSAI);

    sending.sendDue();
    sending.sendDue();

    assertThat(mail.received()).hasSize(1);
    MimeMessage letter = mail.received().get(0);
    assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(OFFICE);
    assertThat(letter.getSubject()).isEqualTo("【届】通知が届いています / A notice is waiting for you");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getHeader("List-Id")).containsExactly("<notices.example.jp>");
    assertThat((String) letter.getContent())
        .contains("https://todoke.example.jp/notices/" + notice)
        .doesNotContain("しおさい");
    assertThat(heard(SHIOSAI, 2)).containsExactly("attempt.created email", "attempt.sent email");
    assertThat(attempts("true")).containsExactly("email sent 1");
  }

  @Test
  void whatIsRefusedForNowIsTriedAgainAfterGrowingWaits() throws Exception {
    mail.refuse(OFFICE, "450 mailbox busy");
    arrived(SHIOSAI);

    sending.sendDue();
    assertThat(attempts("true")).containsExactly("email temporary-failure busy 1");
    assertThat(reachability(OFFICE)).isEqualTo("failing busy");
    clock.advance(Duration.ofSeconds(59));
    sending.sendDue();
    assertThat(attempts("true")).containsExactly("email temporary-failure busy 1");
    clock.advance(Duration.ofSeconds(1));
    sending.sendDue();
    assertThat(attempts("true")).containsExactly("email temporary-failure busy 2");
    mail.accept(OFFICE);
    clock.advance(Duration.ofMinutes(5));
    sending.sendDue();

    assertThat(mail.received()).hasSize(1);
    assertThat(heard(SHIOSAI, 4))
        .containsExactly(
            "attempt.created email",
            "attempt.failed email false busy",
            "attempt.failed email false busy",
            "attempt.sent email");
    assertThat(reachability(OFFICE)).isEqualTo("reachable");
  }

  @Test
  void whatIsRefusedForGoodGoesOnOverTheNextContactAndInTheEndToAPerson() {
    contact(SHIOSAI, "email", SECOND_OFFICE);
    contact(SHIOSAI, "telephone", "0894-00-0003");
    contact(SHIOSAI, "fax", "0894-00-9003");
    TestRows.change(
        "update contact set department = '法人本部' where value = '%s'".formatted(SECOND_OFFICE));
    mail.refuse(OFFICE, "550 no such user");
    mail.refuse(SECOND_OFFICE, "554 refused");
    arrived(SHIOSAI);

    sending.sendDue();
    sending.sendDue();
    sending.sendDue();

    assertThat(mail.received()).isEmpty();
    assertThat(attempts("true"))
        .containsExactly(
            "email permanent-failure wrong-address 1",
            "email permanent-failure rejected 1",
            "fax created 0");
    assertThat(heard(SHIOSAI, 5))
        .containsExactlyInAnyOrder(
            "attempt.created email",
            "attempt.failed email true wrong-address then email",
            "attempt.created email",
            "attempt.failed email true rejected then fax",
            "attempt.created fax");
    assertThat(reachability(OFFICE)).isEqualTo("unreachable wrong-address");
    assertThat(reachability(SECOND_OFFICE)).isEqualTo("unreachable rejected");
    as(SHIOSAI, "responder")
        .get("/v1/organizations/{code}/contacts", SHIOSAI)
        .then()
        .body(
            "items.find { it.value == '%s' }.reachability.reportedBy".formatted(OFFICE),
            equalTo(YAWATAHAMA));
  }

  @Test
  void theWorldHearsThatAWayIsNoneAnyMoreAndThatNoneIsLeft() {
    mail.refuse(OFFICE, "550 no such user");
    arrived(SHIOSAI);

    sending.sendDue();

    assertThat(heard(SHIOSAI, 2))
        .containsExactly("attempt.created email", "attempt.failed email true wrong-address");
    List<ReceivedEvent> changes =
        probe.awaitEvents(
            2, e -> e.type().equals("organization.changed") && e.subject().equals(SHIOSAI));
    assertThat(changes.get(changes.size() - 1).data().path("channels").toString()).isEqualTo("[]");
  }

  @Test
  void whatAnInstanceWasAtWhenItDiedIsSentAgainUnderTheSameMessageId() throws Exception {
    arrived(SHIOSAI);
    List<Claim> lost = sending.claim(channel);
    channel.send(lost.stream().map(Claim::message).toList());

    sending.sendDue();
    assertThat(mail.received()).as("while the other may still be at it").hasSize(1);
    clock.advance(Duration.ofMinutes(2));
    sending.sendDue();

    assertThat(mail.received()).hasSize(2);
    assertThat(messageId(0))
        .isEqualTo(messageId(1))
        .isEqualTo("<" + lost.get(0).id() + "@example.jp>");
    assertThat(heard(SHIOSAI, 2)).containsExactly("attempt.created email", "attempt.sent email");

    sending.record(lost, List.of(new Outcome.Later(AttemptFailure.TIMEOUT, false)));
    assertThat(attempts("true"))
        .as("whoever comes back late changes nothing")
        .containsExactly("email sent 2");
  }

  @Test
  void twoInstancesSendEachMailOnce() {
    int many = 30;
    TestRows.change(
        """
        insert into attempt (id, notice_id, organization, ordinal, tier, usage, sender, channel,
          contact_id, state, seq, due_at, causation_id, created_at, changed_at)
        select gen_random_uuid(), gen_random_uuid(), '%1$s', 1, 'corporation', 'actual', '%2$s',
          'email', (select id from contact where value = '%3$s'), 'created', 1,
          timestamptz '2026-03-31 00:00Z', 'x', now(), now()
        from generate_series(1, %4$d)
        """
            .formatted(SHIOSAI, YAWATAHAMA, OFFICE, many));

    CompletableFuture.allOf(
            IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.runAsync(sending::sendDue))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(mail.received()).hasSize(many);
    assertThat(attempts("state = 'sent' and tries = 1")).hasSize(many);
  }

  @Test
  void whileTheServerIsAwayNothingIsBlamedOnTheAddress() {
    arrived(SHIOSAI);
    mail.shut();

    sending.sendDue();
    assertThat(attempts("true")).containsExactly("email temporary-failure no-connection 1");
    assertThat(reachability(OFFICE)).isEqualTo("untested");
    mail.open();
    clock.advance(Duration.ofMinutes(1));
    sending.sendDue();

    assertThat(mail.received()).hasSize(1);
    assertThat(attempts("true")).containsExactly("email sent 2");
  }

  @Test
  void whatFailsForNowTooOftenIsGivenUp() {
    contact(SHIOSAI, "fax", "0894-00-9003");
    mail.refuse(OFFICE, "450 mailbox busy");
    arrived(SHIOSAI);

    for (int i = 0; i < 10; i++) {
      sending.sendDue();
      clock.advance(Duration.ofHours(12));
    }

    assertThat(attempts("true")).containsExactly("email permanent-failure busy 7", "fax created 0");
  }

  @Test
  void aContactThatIsClosedMeanwhileIsNotWrittenTo() {
    arrived(SHIOSAI);
    TestRows.change(
        "update contact set state = 'closed', valid_to = valid_from where value = '%s'"
            .formatted(OFFICE));

    sending.sendDue();

    assertThat(mail.received()).isEmpty();
    assertThat(attempts("true")).containsExactly("email permanent-failure not-in-service 1");
  }

  @Test
  void nothingFromTheRegistryFindsItsWayIntoAHeader() throws Exception {
    TestRows.change(
        "update organization set name = E'会\\r\\nBcc: thief@example.com' where code = '%s'"
            .formatted(SHIOSAI));
    onlyContact(MINATO, "somu@minato.example.jp");
    TestRows.change(
        "update contact set value = E'a@example.jp>\\r\\nRCPT TO:<thief@example.com'"
            + " where value = 'somu@minato.example.jp'");
    arrived(SHIOSAI);
    arrived(MINATO);

    sending.sendDue();

    assertThat(mail.received()).hasSize(1);
    assertThat(mail.received().get(0).getHeader("Bcc")).isNull();
    assertThat(mail.received().get(0).getAllRecipients())
        .extracting(Object::toString)
        .containsExactly(OFFICE);
    assertThat(attempts("organization = '%s'".formatted(MINATO)))
        .containsExactly("email permanent-failure not-in-service 1");
  }

  @Test
  void whatPeopleRecordOfAnAttemptIsNotedOnTheContactThatWasTried() {
    contact(SHIOSAI, "fax", "0894-00-9003");
    mail.refuse(OFFICE, "550 no such user");
    arrived(SHIOSAI);
    sending.sendDue();
    String fax = TestRows.of("select id from attempt where channel = 'fax'").get(0);

    tell(recorded(UUID.randomUUID().toString()), recorded(fax));

    Eventually.assertThat(
        () -> assertThat(reachability("0894-00-9003")).isEqualTo("unreachable not-in-service"));
    ReceivedEvent last =
        probe
            .awaitEvents(
                4, e -> e.type().equals("organization.changed") && e.subject().equals(SHIOSAI))
            .get(3);
    assertThat(last.data().path("channels").toString()).isEqualTo("[]");
  }

  private CloudEvent recorded(String attempt) {
    return TopicWriter.event(
        EventType.DELIVERY_ATTEMPTED,
        notice + "/" + SHIOSAI,
        notice.toString(),
        2,
        """
        {"noticeId": "%s", "organization": "%s", "tier": "corporation", "attemptId": "%s",
         "channel": "fax", "state": "permanent-failure", "reason": "not-in-service"}
        """
            .formatted(notice, SHIOSAI, attempt));
  }

  private String messageId(int which) throws MessagingException {
    return mail.received().get(which).getMessageID();
  }

  private static String reachability(String address) {
    return TestRows.of(
            "select reachability || coalesce(' ' || reachability_reason, '') from contact"
                + " where value = '%s'".formatted(address))
        .get(0);
  }
}
