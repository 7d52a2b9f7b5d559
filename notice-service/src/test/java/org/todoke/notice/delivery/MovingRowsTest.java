package org.todoke.notice.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.instruction;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.laidDown;
import static org.todoke.notice.NoticeFixture.post;
import static org.todoke.notice.delivery.RowLevelSecurityTest.become;
import static org.todoke.notice.delivery.RowLevelSecurityTest.change;
import static org.todoke.notice.delivery.RowLevelSecurityTest.organizations;
import static org.todoke.notice.delivery.RowLevelSecurityTest.refused;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** The same for what moves on the way: instructions, rejections, notes. */
@QuarkusTest
class MovingRowsTest extends NoticeServiceTest {

  private UUID id = new UUID(0, 0);

  @BeforeEach
  void cascade() {
    id = issued();
    forwarded(id, EHIME);
    forwarded(id, YAWATAHAMA);
  }

  @Test
  void standingInstructionIsItsOrganisationsAlone() throws SQLException {
    laidDown(OZU, instruction());

    assertThat(organizations(OZU, "standing_instruction", "organization")).containsExactly(OZU);
    assertThat(organizations(EHIME, "standing_instruction", "organization")).isEmpty();
    assertThat(organizations("", "standing_instruction", "organization")).isEmpty();
    assertThat(organizations("system", "standing_instruction", "organization"))
        .containsExactly(OZU);
    refused(
        EHIME,
        """
        insert into standing_instruction (id, organization, paper_kinds, series, lead_issuers,
          usages, cover_paper_kind, cover_title, cover_text, starts_on, created_at, changed_at)
        values (gen_random_uuid(), ?, '{}', '{}', '{}', '{}', 'x', 'x', 'x', current_date, now(),
          now())
        """,
        OZU);
  }

  @Test
  void rejectionIsKnownToThoseWhoSeeTheDeliveryAndDecidedByTheSuite() throws SQLException {
    act(OZU, id, OZU, "rejection", json("reason", "所管外")).statusCode(200);

    assertThat(organizations(OZU, "rejection", "organization")).containsExactly(OZU);
    assertThat(organizations(EHIME, "rejection", "organization")).containsExactly(OZU);
    assertThat(organizations(DIVISION, "rejection", "organization")).containsExactly(OZU);
    assertThat(organizations(YAWATAHAMA, "rejection", "organization")).isEmpty();
    assertThat(organizations("", "rejection", "organization")).isEmpty();
    try (Connection app = Rows.database().connectAsApp()) {
      become(app, EHIME);
      assertThat(change(app, "update rejection set decision = 'declined'")).isZero();
    }
    refused(
        EHIME,
        """
        insert into rejection (notice_id, organization, seq, reason, rejected_at)
        values (?, ?, 9, 'x', now())
        """,
        id,
        OZU);
  }

  @Test
  void noteIsForThoseAboveThoseBelowOrNobodyElse() throws SQLException {
    for (String direction : List.of("up", "down", "inside")) {
      post(
              as(YAWATAHAMA),
              "/v1/notices/{id}/deliveries/{organization}/notes",
              json("direction", direction, "text", "x"),
              id,
              YAWATAHAMA)
          .statusCode(201);
    }

    assertThat(organizations(YAWATAHAMA, "delivery_note", "direction"))
        .containsExactly("down", "inside", "up");
    assertThat(organizations(EHIME, "delivery_note", "direction")).containsExactly("up");
    assertThat(organizations(DIVISION, "delivery_note", "direction")).containsExactly("up");
    assertThat(organizations(SHIOSAI, "delivery_note", "direction")).containsExactly("down");
    assertThat(organizations(OZU, "delivery_note", "direction")).isEmpty();
    assertThat(organizations(KOCHI, "delivery_note", "direction")).isEmpty();
    assertThat(organizations("", "delivery_note", "direction")).isEmpty();
    refused(
        OZU,
        """
        insert into delivery_note (id, notice_id, organization, direction, body, written_at)
        values (gen_random_uuid(), ?, ?, 'up', 'x', now())
        """,
        id,
        YAWATAHAMA);
  }
}
