package org.todoke.registry.importing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.todoke.registry.importing.run.ListOfEstablishments.ofTwo;
import static org.todoke.registry.importing.run.ListOfEstablishments.row;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.todoke.testing.Eventually;
import org.todoke.testing.TestDatabase;

/** A stretch that cannot be committed, as one whose service was killed. */
@QuarkusTest
class ResumingTest extends ImportTest {

  private static final String DAY = "2025-12-31";
  private static final int ROWS = 350;

  /** Two stretches of a hundred; the third one holds the row that stops it. */
  private static final int DONE = 200;

  @AfterEach
  void letEverythingThrough() {
    asOwner("drop trigger if exists stop_here on organization");
  }

  @Test
  void searchDoesNotReadThroughWhatTheImportLeftBesideItsIndexes() {
    applied("2025-06-30", ofTwo());

    // An error unless nothing is left, because only their owner may look.
    asOwner(
        """
        select 1 / cast(gin_clean_pending_list('organization_search_establishment')
                      + gin_clean_pending_list('organization_search_other') = 0 as integer)""");
  }

  @Test
  void whatWasCommittedBeforeACrashStaysAndTheRestFollowsOnce() {
    applied(DAY, list());
    List<Map<String, Object>> undisturbed = everything();
    beginWithWhatWasLoadedAgain();
    asOwner(
        """
        create or replace function stop_here() returns trigger language plpgsql as $$
        begin
          if new.code = 'kj:38T0000250' then raise exception 'the service was killed'; end if;
          return new;
        end $$""");
    asOwner(
        "create trigger stop_here before insert on organization for each row execute function stop_here()");
    UUID run = read(DAY, list());
    as(MINISTRY, "registrar").post("/v1/imports/{id}/application", run).then().statusCode(202);
    Eventually.assertThat(() -> run(run).body("progress.done", equalTo(DONE)));
    assertThat(state(run)).isEqualTo("applying");
    assertThat(
            value(
                "select count(*) from organization where origin = 'import' and kind = 'establishment'"))
        .isEqualTo((long) DONE);

    letEverythingThrough();

    Eventually.assertThat(() -> assertThat(state(run)).isEqualTo("applied"));
    run(run)
        .body("progress.done", equalTo(ROWS))
        .body("effects.establishment.created", equalTo(ROWS))
        .body("effects.service.created", equalTo(ROWS));
    assertThat(everything()).isEqualTo(undisturbed);
  }

  @Test
  void whatIsCancelledOnItsWayKeepsWhatIsDoneAndDoesNoMore() {
    asOwner(
        """
        create or replace function stop_here() returns trigger language plpgsql as $$
        begin
          if new.code = 'kj:38T0000250' then raise exception 'the service was killed'; end if;
          return new;
        end $$""");
    asOwner(
        "create trigger stop_here before insert on organization for each row execute function stop_here()");
    UUID run = read(DAY, list());
    as(MINISTRY, "registrar").post("/v1/imports/{id}/application", run).then().statusCode(202);
    Eventually.assertThat(() -> run(run).body("progress.done", equalTo(DONE)));

    as(MINISTRY, "registrar").post("/v1/imports/{id}/cancellation", run).then().statusCode(200);
    letEverythingThrough();

    run(run).body("state", equalTo("cancelled")).body("progress.done", equalTo(DONE));
    UUID again = applied(DAY, list());
    run(again)
        .body("effects.establishment.unchanged", equalTo(DONE))
        .body("effects.establishment.created", equalTo(ROWS - DONE));
  }

  private static ListOfEstablishments list() {
    ListOfEstablishments list = ListOfEstablishments.empty();
    for (int i = 1; i <= ROWS; i++) {
      list.with(row("38T%07d".formatted(i)).named("デイ" + i).build());
    }
    return list;
  }

  private static List<Map<String, Object>> everything() {
    return rows(
        """
        select 'o' as of, code, seq, name from organization where origin = 'import'
        union all
        select 'h', organization, seq, name from organization_history where import_run is not null
        union all
        select 's', establishment, 0, service from establishment_service where import_run is not null
        union all
        select 'c', organization, version, value from contact where source = 'list'
        order by 1, 2, 3, 4""");
  }

  private static void asOwner(String statement) {
    try (Connection connection = TestDatabase.named(DATABASE.name()).connectAsOwner();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
