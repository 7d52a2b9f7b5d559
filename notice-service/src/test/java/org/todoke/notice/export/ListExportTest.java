package org.todoke.notice.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.SHIOSAI;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.act;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.instruction;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.laidDown;
import static org.todoke.notice.NoticeFixture.paperAsking;
import static org.todoke.notice.NoticeFixture.post;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.web.Refusal;
import org.todoke.web.file.ExportSlots;

/** Every list as a file: the rows that the list has, for the same caller. */
@QuarkusTest
class ListExportTest extends NoticeServiceTest {

  @Inject ExportSlots slots;

  private UUID notice;

  @BeforeEach
  void comeDownToTheCorporations() {
    Map<String, Object> paper = paperAsking(null, "2013-07-19");
    paper.put("title", "=件名, \"引用\"🌸");
    notice = issued(paper);
    forwarded(notice, EHIME);
    forwarded(notice, YAWATAHAMA);
    acknowledge(notice, SHIOSAI).statusCode(200);
    clock.set(Instant.parse("2013-07-22T00:00:00Z"));
  }

  @Test
  void deliveriesAreThoseOfTheList() {
    List<String> listed =
        as(YAWATAHAMA)
            .get("/v1/notices/{id}/deliveries?limit=200", notice)
            .path("items.organization");

    assertThat(rows(YAWATAHAMA, "/deliveries"))
        .extracting(row -> row.getField("organization"))
        .isEqualTo(listed);
    assertThat(rows(YAWATAHAMA, "/deliveries?tier=corporation&state=accepted"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getField("organization")).isEqualTo(SHIOSAI);
              assertThat(row.getField("name")).isEqualTo("架空しおさい会");
              assertThat(row.getField("reachedAt")).isEqualTo("2013-07-11T09:00+09:00");
              assertThat(row.getField("handledBy")).isEqualTo("介護サービス係");
              assertThat(row.getField("excusedReason")).isEmpty();
            });
  }

  @Test
  void fileIsForASpreadsheetOfAnOffice() {
    Response response = as(SHIOSAI).get("/v1/notices/export/inbox");

    assertThat(response.contentType()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    assertThat(response.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"inbox-2013-07-22.csv\"");
    String text = new String(response.asByteArray(), StandardCharsets.UTF_8);
    assertThat(text)
        .startsWith("\ufeff通知ID,通知の状態,用途,")
        .contains("\"'=件名, \"\"引用\"\"🌸\"")
        .endsWith("\r\n");
    byte[] cp932 = as(SHIOSAI).get("/v1/notices/export/inbox?encoding=cp932").asByteArray();
    assertThat(new String(cp932, Charset.forName("windows-31j")))
        .startsWith("通知ID,")
        .contains("\"'=件名, \"\"引用\"\"〓\"");
  }

  @Test
  void childrenHaveARowForEachTierBelowThem() {
    List<NamedCsvRecord> rows = rows(EHIME, "/children/" + EHIME);

    assertThat(rows)
        .extracting(row -> row.getField("code") + " " + row.getField("tier"))
        .containsExactly(
            YAWATAHAMA + " corporation",
            YAWATAHAMA + " establishment",
            OZU + " corporation",
            OZU + " establishment",
            IKATA + " corporation",
            IKATA + " establishment");
    assertThat(rows.get(0).getField("acknowledged")).isEqualTo("1 / 4");
    assertThat(rows.get(1).getField("answered")).isEqualTo("notAsked");
    assertThat(rows(EHIME, "/children/" + EHIME + "?asOf=2013-07-11T00:00:00Z").get(0))
        .satisfies(row -> assertThat(row.getField("reached")).isEqualTo("4 / 4"));
  }

  @Test
  void lateAreThoseOfTheListWithWhoHoldsThemUp() {
    List<String> listed =
        as(EHIME).get("/v1/notices/{id}/late?limit=200", notice).path("items.organization");
    List<NamedCsvRecord> rows = rows(EHIME, "/late");

    assertThat(rows).extracting(row -> row.getField("organization")).isEqualTo(listed);
    assertThat(rows(EHIME, "/late?tier=establishment&reason=not-reached"))
        .allSatisfy(row -> assertThat(row.getField("heldUpSince")).isNotEmpty())
        .extracting(row -> row.getField("heldUpByName"))
        .contains("大洲市", "伊方町 架空みなとケア");
  }

  @Test
  void whatHappenedAndWhatWasSaidAreFilesToo() {
    post(as(YAWATAHAMA), "/v1/notices/{id}/questions", json("text", "対象は？"), notice)
        .statusCode(201);
    act(YAWATAHAMA, notice, YAWATAHAMA, "notes", json("direction", "up", "text", "確認中"))
        .statusCode(201);
    laidDown(YAWATAHAMA, instruction());
    UUID reminder = UUID.randomUUID();
    Rows.change(
        "insert into chase_digest values (?, 'reminder', ?, date '2013-07-22', now())",
        reminder,
        YAWATAHAMA);

    assertThat(rows(YAWATAHAMA, "/timeline"))
        .extracting(row -> row.getField("type"))
        .contains("notice.issued", "forwarding.forwarded");
    assertThat(rows(YAWATAHAMA, "/days"))
        .first()
        .satisfies(row -> assertThat(row.getField("day")).isEqualTo("2013-07-11"));
    assertThat(rows(YAWATAHAMA, "/timeline/" + SHIOSAI))
        .extracting(row -> row.getField("type"))
        .containsExactly("delivery.arrived", "delivery.acknowledged");
    assertThat(rows(YAWATAHAMA, "/forwarding/" + YAWATAHAMA))
        .hasSize(4)
        .allSatisfy(row -> assertThat(row.getField("disposition")).isEqualTo("addressed"));
    assertThat(rows(YAWATAHAMA, "/questions"))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("text")).isEqualTo("対象は？"));
    assertThat(rows(YAWATAHAMA, "/answers")).isEmpty();
    assertThat(rows(YAWATAHAMA, "/notes/" + YAWATAHAMA))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("direction")).isEqualTo("up"));
    assertThat(own("reminders")).extracting(row -> row.getField("day")).contains("2013-07-22");
    assertThat(own("reminders/" + reminder)).isEmpty();
    assertThat(own("escalations")).isEmpty();
    assertThat(own("standing-instructions"))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("state")).isEqualTo("active"));
    assertThat(
            read(
                as(DIVISION)
                    .header("Accept-Language", "en")
                    .get("/v1/notices/export/issued?status=issued")))
        .singleElement()
        .satisfies(row -> assertThat(row.getField("id")).isEqualTo(notice.toString()));
  }

  @Test
  void longListIsWalkedToItsEnd() {
    Rows.change(
        """
        insert into delivery (notice_id, organization, tier, prefecture, municipality, has_children,
          usage, reached_at)
        select ?, 'kj:99' || lpad(g::text, 8, '0'), 'establishment', ?, ?, false, 'actual', now()
        from generate_series(1, 2500) g
        """,
        notice,
        EHIME,
        YAWATAHAMA);

    List<NamedCsvRecord> rows = rows(YAWATAHAMA, "/deliveries?tier=establishment");

    assertThat(rows)
        .extracting(row -> row.getField("organization"))
        .doesNotHaveDuplicates()
        .isSorted();
    assertThat(rows).hasSize(2507);
  }

  @Test
  void nobodyGetsTheFileOfAListThatIsNotItsOwn() {
    for (String list : List.of("deliveries", "late", "timeline", "days", "questions", "answers")) {
      as(KOCHI_CITY)
          .get("/v1/notices/{id}/export/" + list, notice)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
    as(YAWATAHAMA)
        .get("/v1/notices/{id}/export/children/{node}", notice, OZU)
        .then()
        .statusCode(404);
  }

  @Test
  void oneTooManyIsToldToComeBack() {
    List<Runnable> taken = new ArrayList<>();
    try {
      while (true) {
        taken.add(slots.take());
      }
    } catch (Refusal full) {
      as(YAWATAHAMA)
          .get("/v1/notices/{id}/export/late", notice)
          .then()
          .statusCode(503)
          .body("code", equalTo("export.too-many"));
    } finally {
      taken.forEach(Runnable::run);
    }
  }

  private List<NamedCsvRecord> rows(String caller, String list) {
    return read(
        as(caller).header("Accept-Language", "en").get("/v1/notices/" + notice + "/export" + list));
  }

  private static List<NamedCsvRecord> own(String list) {
    return read(as(YAWATAHAMA).header("Accept-Language", "en").get("/v1/notices/export/" + list));
  }

  private static List<NamedCsvRecord> read(Response response) {
    assertThat(response.statusCode()).isEqualTo(200);
    String text = new String(response.asByteArray(), StandardCharsets.UTF_8).substring(1);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }
}
