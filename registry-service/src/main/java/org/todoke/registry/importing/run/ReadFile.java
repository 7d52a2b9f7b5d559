package org.todoke.registry.importing.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.reading.Bounds;
import org.todoke.registry.importing.reading.FileNote;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.RowSource;
import org.todoke.registry.importing.reading.SourceFile;
import org.todoke.registry.importing.rows.JudgedRow;
import org.todoke.registry.importing.rows.ListedService;
import org.todoke.registry.importing.rows.Outcome;
import org.todoke.registry.importing.rows.ReferenceKnowledge;
import org.todoke.registry.importing.rows.RowJudge;
import org.todoke.security.SystemScope;
import org.todoke.web.Refusal;

/**
 * Receives the file of a run and brings its rows into the staging tables: all of them in one
 * transaction, or, when the file turns out to be unreadable at its last line, none.
 */
@ApplicationScoped
class ReadFile {

  private static final int ROWS_AT_A_TIME = 2_000;
  private static final int SECONDS_AT_MOST = 30 * 60;

  /** The later of two rows about one service counts; a person should know of the other. */
  private static final String MARK_REPETITIONS =
      """
      with repeated as (
        select distinct line from (
          select line, row_number() over (partition by establishment, service order by line desc) as n
            from import_service where run = ?) s
         where n > 1
      )
      update import_row r
         set outcome = case when r.outcome in ('accepted', 'repaired') then 'warned' else r.outcome end,
             findings = coalesce(r.findings, '[]') || jsonb_build_array(jsonb_build_object(
               'column', '', 'code', '%s', 'value', '', 'outcome', 'warned'))
        from repeated where r.run = ? and r.line = repeated.line"""
          .formatted("row.repeated");

  private static final String FINISH =
      """
      update import_run r
         set format = ?, encoding = ?, rows_read = c.rows_read, accepted = c.accepted,
             repaired = c.repaired, warned = c.warned, rejected = c.rejected,
             remarks = cast(? as jsonb), services = ?, to_apply = o.to_apply
        from (select count(*) as rows_read,
                     count(*) filter (where outcome = 'accepted') as accepted,
                     count(*) filter (where outcome = 'repaired') as repaired,
                     count(*) filter (where outcome = 'warned') as warned,
                     count(*) filter (where outcome = 'rejected') as rejected
                from import_row where run = ?) c,
             (select (select count(distinct establishment) from import_service where run = ?)
                   + (select count(distinct corporation) from import_corporation where run = ?)
                  as to_apply) o
       where r.id = ?""";

  private final DataSource dataSource;
  private final ReferenceKnowledge knowledge;
  private final ImportRuns runs;
  private final ObjectMapper json;
  private final Clock clock;

  ReadFile(
      DataSource dataSource,
      ReferenceKnowledge knowledge,
      ImportRuns runs,
      ObjectMapper json,
      Clock clock) {
    this.dataSource = dataSource;
    this.knowledge = knowledge;
    this.runs = runs;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Outside any transaction.
   *
   * @throws Refusal if the file is not one of the kinds that are understood; the run has failed
   *     then
   */
  void read(UUID run, Jurisdiction jurisdiction, InputStream content) {
    String wanted =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  runs.move(run, ImportState.READING, ImportState.CREATED);
                  return runs.encodingWanted(run);
                });
    try (Upload upload = Upload.receive(content)) {
      note(run, upload);
      SystemScope.call(
          () -> {
            QuarkusTransaction.requiringNew()
                .timeout(SECONDS_AT_MOST)
                .run(() -> stage(run, jurisdiction, upload, wanted));
            return run;
          });
    } catch (Refusal refused) {
      fail(run, refused.code(), refused.args());
      throw refused;
    } catch (IOException gone) {
      fail(run, "file.interrupted", List.of());
      throw Refusal.conflict("file.interrupted");
    } catch (Exception e) {
      fail(run, "import.could-not-read", List.of());
      throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
    }
  }

  private void stage(UUID run, Jurisdiction jurisdiction, Upload upload, @Nullable String wanted) {
    try (Connection connection = dataSource.getConnection()) {
      Charset charset = wanted == null ? null : Charset.forName(wanted);
      SourceFile file = SourceFile.inspect(upload.path(), charset, Bounds.standard());
      Staging staging = new Staging(run, connection, json);
      Set<String> services = new TreeSet<>();
      Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
      try (RowSource rows = file.open()) {
        RowJudge judge = new RowJudge(knowledge, rows.layout());
        for (RawRow raw = rows.next(); raw != null; raw = rows.next()) {
          JudgedRow row = jurisdiction.judge(judge.judge(raw));
          staging.add(row);
          outcomes.merge(row.outcome(), 1, Integer::sum);
          row.services().stream().map(ListedService::service).forEach(services::add);
          if (rows.count() % ROWS_AT_A_TIME == 0) {
            staging.flush();
            progress(run, outcomes);
          }
        }
        staging.flush();
        finish(connection, run, file, rows, services);
      }
      runs.move(run, ImportState.READ, ImportState.READING);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot bring rows into the database", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void finish(
      Connection connection, UUID run, SourceFile file, RowSource rows, Set<String> services)
      throws SQLException {
    try (PreparedStatement mark = connection.prepareStatement(MARK_REPETITIONS);
        PreparedStatement finish = connection.prepareStatement(FINISH);
        Statement analyze = connection.createStatement()) {
      mark.setObject(1, run);
      mark.setObject(2, run);
      mark.executeUpdate();
      ErasedRows.forget(connection, run);
      finish.setString(1, rows.layout().format().wireName());
      finish.setString(2, file.encoding());
      finish.setString(3, remarks(rows.notes()));
      finish.setArray(4, connection.createArrayOf("text", services.toArray()));
      for (int i = 5; i <= 8; i++) {
        finish.setObject(i, run);
      }
      finish.executeUpdate();
      // The planner knows nothing yet of rows that came a moment ago.
      analyze.execute(
          "analyze import_row (run, line, outcome), import_service (run, establishment, service, corporation),"
              + " import_name (run, name), import_corporation (run, corporation)");
    }
  }

  /** By another connection, so that others see it while the rows are not yet committed. */
  private void progress(UUID run, Map<Outcome, Integer> outcomes) {
    update(
        """
        update import_run
           set rows_read = ?, accepted = ?, repaired = ?, warned = ?, rejected = ?, touched_at = ?
         where id = ?""",
        outcomes.values().stream().mapToInt(Integer::intValue).sum(),
        outcomes.getOrDefault(Outcome.ACCEPTED, 0),
        outcomes.getOrDefault(Outcome.REPAIRED, 0),
        outcomes.getOrDefault(Outcome.WARNED, 0),
        outcomes.getOrDefault(Outcome.REJECTED, 0),
        now(),
        run);
  }

  private void note(UUID run, Upload upload) {
    update(
        "update import_run set bytes = ?, sha256 = ?, touched_at = ? where id = ?",
        upload.bytes(),
        upload.sha256(),
        now(),
        run);
  }

  private void fail(UUID run, String code, List<?> args) {
    update(
        """
        update import_run
           set state = 'failed', failure = cast(? as jsonb), ended_at = ?, touched_at = ?,
               rows_read = 0, accepted = 0, repaired = 0, warned = 0, rejected = 0
         where id = ? and state = 'reading'""",
        write(Map.of("code", code, "args", args)),
        now(),
        now(),
        run);
  }

  private void update(String sql, Object... values) {
    SystemScope.run(
        () ->
            QuarkusTransaction.requiringNew()
                .run(
                    () -> {
                      try (Connection connection = dataSource.getConnection();
                          PreparedStatement statement = connection.prepareStatement(sql)) {
                        for (int i = 0; i < values.length; i++) {
                          statement.setObject(i + 1, values[i]);
                        }
                        statement.executeUpdate();
                      } catch (SQLException e) {
                        throw new IllegalStateException("cannot note how far a run is", e);
                      }
                    }));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private String remarks(List<FileNote> notes) {
    return write(
        notes.stream()
            .map(n -> Map.of("code", n.code(), "line", n.line(), "text", n.text()))
            .toList());
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a note of our own cannot be written", e);
    }
  }
}
