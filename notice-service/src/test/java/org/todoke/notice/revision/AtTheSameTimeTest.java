package org.todoke.notice.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;

/** A correction goes out while somebody is at the former version. */
@QuarkusTest
class AtTheSameTimeTest extends VersionCase {

  @Test
  void confirmationThatIsUnderWayComesAlong() throws Exception {
    UUID former = issued(asking());
    UUID later = draft(about("corrects", former));
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (Connection other = Rows.database().connectAsApp()) {
      Rows.of(other, "select set_config('todoke.org', 'system', false)");
      other.setAutoCommit(false);
      other
          .createStatement()
          .execute(
              "update delivery set acknowledged_at = now(), handled_by = 'x' where notice_id = '%s' and organization = '%s'"
                  .formatted(former, EHIME));

      Future<Integer> issuing = pool.submit(() -> issue(later).extract().statusCode());
      Eventually.assertThat(() -> assertThat(waiting()).isPositive());
      other.commit();

      assertThat(issuing.get(30, TimeUnit.SECONDS)).isEqualTo(200);
    } finally {
      pool.shutdownNow();
    }
    assertThat(row(later, EHIME)).containsEntry("handled_by", "x");
  }

  @Test
  void confirmationThatComesTooLateIsToldThatALaterVersionHolds() throws Exception {
    UUID former = issued(asking());
    UUID later = draft(about("corrects", former));
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try (Connection other = Rows.database().connectAsApp()) {
      Rows.of(other, "select set_config('todoke.org', 'system', false)");
      other.setAutoCommit(false);
      // Holds the correction up when it has locked the prefectures already.
      other
          .createStatement()
          .execute(
              "select from delivery where notice_id = '%s' and organization = '%s' for update"
                  .formatted(former, HIJIKAWA_DAY));
      Future<Integer> issuing = pool.submit(() -> issue(later).extract().statusCode());
      Eventually.assertThat(() -> assertThat(waiting()).isEqualTo(1));

      Future<String> confirming =
          pool.submit(() -> acknowledge(former, EHIME).extract().path("code"));
      Eventually.assertThat(() -> assertThat(waiting()).isEqualTo(2));
      other.commit();

      assertThat(issuing.get(30, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(confirming.get(30, TimeUnit.SECONDS)).isEqualTo("notice.is-superseded");
    } finally {
      pool.shutdownNow();
    }
    assertThat(row(former, EHIME)).containsEntry("acknowledged_at", null);
    assertThat(row(later, EHIME)).containsEntry("acknowledged_at", null);
  }

  private static long waiting() {
    return Rows.count(
        "pg_stat_activity", "wait_event_type = 'Lock' and datname = current_database()");
  }
}
