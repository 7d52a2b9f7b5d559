package org.todoke.notice.progress;

import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.post;

import java.sql.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.todoke.notice.Rows;

/**
 * What an issuer does about notices in the middle of their histories, by the use cases themselves:
 * corrections, replacements, extensions, closings and cancellations.
 */
final class LaterPapers {

  private final Random random;

  /** Grows by the later versions; what has ended stays among them and is looked at as well. */
  private final List<UUID> notices;

  LaterPapers(Random random, List<UUID> notices) {
    this.random = random;
    this.notices = notices;
  }

  /** One step; says what it was. */
  String step() {
    UUID notice = notices.get(random.nextInt(notices.size()));
    Map<String, Object> row =
        Rows.of("select status, due_on from notice where id = ?", notice).get(0);
    if (!row.get("status").equals("issued")) {
      return "nothing about " + row.get("status");
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> later("corrects", notice);
      case 2 -> later("replaces", notice);
      case 3 -> extended(notice, (Date) row.get("due_on"));
      default -> ended(notice);
    };
  }

  private String later(String kind, UUID former) {
    Map<String, Object> paper = paper();
    paper.remove("audience");
    paper.put("relations", List.of(json("kind", kind, "noticeId", former.toString())));
    paper.put("requestedActions", actions(former));
    notices.add(issued(paper));
    return kind + " " + former;
  }

  /** The same, or with another date, or without any. */
  private List<Map<String, Object>> actions(UUID former) {
    Object checklist =
        Rows.of("select checklist_id from notice where id = ?", former).get(0).get("checklist_id");
    Map<String, Object> action = new LinkedHashMap<>();
    action.put("text", "第三者にも閲覧可能な状態となっていないことを確認すること。");
    if (checklist != null && random.nextInt(4) != 0) {
      action.put("checklistId", checklist.toString());
    }
    if (random.nextInt(3) != 0) {
      action.put("dueOn", History.anyDay(random).toString());
    }
    return random.nextInt(5) == 0 ? List.of() : List.of(action);
  }

  private String extended(UUID notice, Date dueOn) {
    if (dueOn == null) {
      return "no date to extend";
    }
    Map<String, Object> paper = paper();
    String later = dueOn.toLocalDate().plusDays(1 + random.nextInt(10)).toString();
    paper.put(
        "relations",
        List.of(json("kind", "extends-deadline", "noticeId", notice.toString(), "dueOn", later)));
    issued(paper);
    return "extended to " + later + ": " + notice;
  }

  private String ended(UUID notice) {
    if (random.nextBoolean()) {
      as(DIVISION).post("/v1/notices/{id}/closure", notice).then().statusCode(200);
      return "closed " + notice;
    }
    post(as(DIVISION), "/v1/notices/{id}/cancellation", json("reason", "x"), notice)
        .statusCode(200);
    return "cancelled " + notice;
  }
}
