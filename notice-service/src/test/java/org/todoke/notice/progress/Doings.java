package org.todoke.notice.progress;

import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.messaging.EventEnvelope;
import org.todoke.notice.Rows;
import org.todoke.security.SystemScope;

/**
 * Random doings of everybody about notices, by the use cases themselves, so that there is a fact
 * for each. Much is refused, which is as good as anything.
 */
final class Doings {

  private static final List<String> RESULTS =
      List.of("compliant", "partially-compliant", "non-compliant", "not-applicable");

  private final Random random;
  private final FollowAnswers answers;
  private final Map<String, UUID> assignments = new HashMap<>();
  private final Map<UUID, Long> told = new HashMap<>();

  Doings(Random random, FollowAnswers answers) {
    this.random = random;
    this.answers = answers;
  }

  /** One step; its first word says what was tried, its last how it was answered. */
  String step(UUID notice, Instant now) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> pass(notice);
      case 3 -> "acknowledge " + acknowledge(notice, reached(notice)).extract().statusCode();
      case 4 -> "reject " + did(reached(notice), notice, "rejection", json("reason", "x"));
      case 5 -> decide(notice);
      case 6 ->
          "excuse "
              + act(
                      DIVISION,
                      notice,
                      any(notice, "true"),
                      "excuse",
                      json("reason", random.nextBoolean() ? "closed" : "not-concerned"))
                  .extract()
                  .statusCode();
      case 7 -> fax(notice, now);
      default -> answer(notice, now);
    };
  }

  private String pass(UUID notice) {
    String who = any(notice, "has_children and reached_at is not null and forwarded_at is null");
    Map<String, Object> forwarding = toAll();
    if (random.nextInt(3) == 0) {
      forwarding.put("omitted", List.of(json("code", any(notice, "true"), "reason", "廃業予定のため")));
    }
    if (random.nextInt(3) == 0) {
      @SuppressWarnings("unchecked")
      Map<String, Object> letter = (Map<String, Object>) forwarding.get("coverLetter");
      letter.put("dueOn", History.anyDay(random).toString());
    }
    return "forward " + forward(notice, who, forwarding).extract().statusCode();
  }

  private String decide(UUID notice) {
    String whose = any(notice, "rejected_at is not null");
    Map<String, Object> decision =
        random.nextBoolean()
            ? json("decision", "declined", "reason", "x")
            : json(
                "decision",
                "approved",
                "rightOrganization",
                one(Rows.of("select code as o from organization order by 1")));
    return "decide " + act(DIVISION, notice, whose, "rerouting", decision).extract().statusCode();
  }

  /** Typed in now, of the night before. */
  private String fax(UUID notice, Instant now) {
    return "fax "
        + act(
                random.nextBoolean() ? YAWATAHAMA : EHIME,
                notice,
                any(notice, "tier in ('corporation', 'establishment', 'municipality')"),
                "arrivals",
                json("channel", "fax", "at", now.minus(Duration.ofHours(9)).toString()))
            .extract()
            .statusCode();
  }

  /** A new answer, an amended one, or what is done about a finding; known here half a day later. */
  private String answer(UUID notice, Instant now) {
    String who = any(notice, "tier = 'establishment' and reached_at is not null");
    UUID assignment = assignments.computeIfAbsent(notice + who, k -> UUID.randomUUID());
    long seq = told.merge(assignment, 1L, Long::sum);
    EventType type =
        seq == 1
            ? EventType.SUBMISSION_COMPLETED
            : List.of(
                    EventType.SUBMISSION_AMENDED,
                    EventType.REMEDIATION_OPENED,
                    EventType.REMEDIATION_COMPLETED)
                .get(random.nextInt(3));
    String more =
        type == EventType.SUBMISSION_COMPLETED || type == EventType.SUBMISSION_AMENDED
            ? "\"revision\": %d, \"result\": \"%s\", \"origin\": \"establishment\""
                .formatted(seq, RESULTS.get(random.nextInt(RESULTS.size())))
            : "\"remediationId\": \"%s\", \"itemId\": \"a\"".formatted(new UUID(1, 1));
    Instant at = now.minus(Duration.ofHours(12));
    EventEnvelope event =
        new EventEnvelope(
            UUID.randomUUID().toString(),
            "/todoke/checklist",
            type.wireName(),
            type.schemaId(),
            assignment.toString(),
            assignment.toString(),
            at,
            at,
            notice.toString(),
            null,
            seq,
            null,
            SaidFigures.parse(
                """
                {"assignmentId": "%s", "noticeId": "%s", "checklistId": "%s", "checklistVersion": 1,
                 "establishment": "%s", %s}
                """
                    .formatted(assignment, notice, new UUID(0, 1), who, more)));
    if (who.startsWith("kj:")) {
      SystemScope.run(
          () -> QuarkusTransaction.requiringNew().run(() -> answers.handle(List.of(event))));
    }
    return "answer " + (who.startsWith("kj:") ? 200 : 404);
  }

  private static int did(String who, UUID notice, String what, Map<String, Object> body) {
    return act(who, notice, who, what, body).extract().statusCode();
  }

  private String reached(UUID notice) {
    return any(notice, "reached_at is not null and tier <> 'prefecture'");
  }

  private String any(UUID notice, String where) {
    return one(
        Rows.of(
            "select organization as o from delivery where notice_id = ? and %s order by 1"
                .formatted(where),
            notice));
  }

  private String one(List<Map<String, Object>> rows) {
    return rows.isEmpty() ? YAWATAHAMA : (String) rows.get(random.nextInt(rows.size())).get("o");
  }
}
