package org.todoke.benchmarks.baseline;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;

/**
 * The least that the rows of a cascade can cost a database: {@code INSERT … SELECT} of the very
 * same deliveries, arrivals, facts and events, each into a plain table with the same primary key
 * and no other index, no trigger, no policy; one transaction, committed, as durable as the server
 * is set.
 */
public final class InsertBaseline {

  private static final String SCHEMA = "bench_baseline";
  private static final List<String> TABLES = List.of("delivery", "arrival", "fact", "outbox");

  private final Connection connection;

  /**
   * @param connection to the database that the rows are in, as one who may see all of them
   */
  public InsertBaseline(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param took of the middle one of the runs
   * @param rows of all tables
   * @param walBytes that the middle one wrote
   */
  public record Inserted(Duration took, long rows, long walBytes) {}

  /** Writes events down as rows of the outbox, as they were before the relay took them away. */
  public static final class OutboxRows implements EventSpool.Reader, AutoCloseable {

    private final CsvWriter csv;
    private long written;

    public OutboxRows(Path file) {
      try {
        csv = CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void read(Map<String, String> headers, byte[] value) {
      written++;
      csv.writeRecord(
          Long.toString(written),
          headers.get("ce_id"),
          headers.get("ce_type"),
          headers.get("ce_subject"),
          headers.get("ce_partitionkey"),
          headers.getOrDefault("ce_sequence", "0"),
          headers.get("ce_time"),
          headers.get("ce_recordedtime"),
          headers.get("ce_correlationid"),
          headers.getOrDefault("ce_causationid", ""),
          new String(value, StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }

  /**
   * Inserts several times, each into empty tables, and drops them.
   *
   * @param outbox written by {@link OutboxRows}
   * @param runs an odd number, so that there is a middle
   */
  public Inserted measure(UUID notice, Path outbox, int runs) throws SQLException {
    try {
      prepare(outbox);
      List<Inserted> all = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        all.add(once(notice));
      }
      all.sort(java.util.Comparator.comparing(Inserted::took));
      return all.get(runs / 2);
    } finally {
      connection.setAutoCommit(true);
      execute("drop schema if exists " + SCHEMA + " cascade");
    }
  }

  private void prepare(Path outbox) throws SQLException {
    connection.setAutoCommit(true);
    execute("drop schema if exists " + SCHEMA + " cascade");
    execute("create schema " + SCHEMA);
    for (String table : List.of("delivery", "arrival", "fact")) {
      execute("create table " + SCHEMA + "." + table + " (like public." + table + ")");
    }
    String columns =
        """
        (id bigint, event_id uuid not null, type text not null, subject text not null,
         partition_key text not null, sequence bigint not null, time timestamptz not null,
         recorded_time timestamptz not null, correlation_id text not null, causation_id text,
         data json not null)""";
    execute("create table " + SCHEMA + ".outbox " + columns);
    execute("create table " + SCHEMA + ".outbox_source " + columns);
    execute("alter table " + SCHEMA + ".delivery add primary key (notice_id, organization)");
    execute(
        "alter table "
            + SCHEMA
            + ".arrival add primary key (notice_id, organization, from_organization)");
    execute("alter table " + SCHEMA + ".fact add primary key (notice_id, organization, seq)");
    execute("alter table " + SCHEMA + ".outbox add primary key (id)");
    try (InputStream rows = new BufferedInputStream(Files.newInputStream(outbox), 1 << 16)) {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + SCHEMA + ".outbox_source from stdin (format csv)", rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    execute("analyze " + SCHEMA + ".outbox_source");
  }

  private Inserted once(UUID notice) throws SQLException {
    connection.setAutoCommit(true);
    for (String table : TABLES) {
      execute("truncate " + SCHEMA + "." + table);
    }
    // Everybody begins with the same amount of pages that have to be written in full.
    execute("checkpoint");
    long wal = wal();
    connection.setAutoCommit(false);
    long began = System.nanoTime();
    long rows = 0;
    try (Statement statement = connection.createStatement()) {
      for (String table : List.of("delivery", "arrival", "fact")) {
        rows +=
            statement.executeLargeUpdate(
                "insert into "
                    + SCHEMA
                    + "."
                    + table
                    + " select * from public."
                    + table
                    + " where notice_id = '"
                    + notice
                    + "'");
      }
      rows +=
          statement.executeLargeUpdate(
              "insert into "
                  + SCHEMA
                  + ".outbox select * from "
                  + SCHEMA
                  + ".outbox_source order by id");
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    connection.setAutoCommit(true);
    return new Inserted(took, rows, wal() - wal);
  }

  private long wal() throws SQLException {
    try (Statement statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
