package org.todoke.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The statements on the table {@code outbox}. */
final class OutboxTable {

  /** Fixed by the column {@code shard}. */
  static final int SHARDS = 8;

  private static final int FETCH = 200;

  private OutboxTable() {}

  /** How much waits, and since when. */
  record Backlog(long rows, @Nullable Instant oldest) {}

  static void insert(
      Connection connection,
      List<OutboxEvent> events,
      Function<OutboxEvent, String> data,
      Instant recorded,
      @Nullable String traceParent)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into outbox (type, subject, partition_key, sequence, time, recorded_time,
                                correlation_id, causation_id, traceparent, data)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json)""")) {
      for (OutboxEvent event : events) {
        insert.setString(1, event.type().wireName());
        insert.setString(2, event.subject());
        insert.setString(3, event.partitionKey());
        insert.setLong(4, event.sequence());
        insert.setObject(5, event.time().atOffset(ZoneOffset.UTC));
        insert.setObject(6, recorded.atOffset(ZoneOffset.UTC));
        insert.setString(7, event.correlationId());
        insert.setString(8, event.causationId());
        insert.setString(9, traceParent);
        insert.setString(10, data.apply(event));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Which of these shards hold anything. */
  static List<Integer> occupied(Connection connection, Collection<Integer> shards)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select s from unnest(?::smallint[]) as s
            where exists (select from outbox where shard = s)""")) {
      query.setArray(1, connection.createArrayOf("smallint", shards.toArray()));
      List<Integer> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getInt(1));
        }
      }
      return found;
    }
  }

  /** Until the end of the transaction; false if somebody else has it. */
  static boolean tryLock(Connection connection, int shard) throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_xact_lock(?, ?)")) {
      lock.setInt(1, AdvisoryLocks.RELAY_SHARD);
      lock.setInt(2, shard);
      try (ResultSet got = lock.executeQuery()) {
        return got.next() && got.getBoolean(1);
      }
    }
  }

  /**
   * The oldest rows of a shard, in order. Needs a transaction, or the driver would read all of them
   * at once.
   *
   * @param except partition keys to leave out
   */
  static List<OutboxRow> read(
      Connection connection, int shard, Collection<String> except, int maxRows, int maxBytes)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select id, event_id, type, subject, partition_key, sequence, time, recorded_time,
                   correlation_id, causation_id, traceparent, data
            from outbox where shard = ? and partition_key <> all (?)
            order by id limit ?""")) {
      query.setInt(1, shard);
      query.setArray(2, connection.createArrayOf("text", except.toArray()));
      query.setInt(3, maxRows);
      query.setFetchSize(FETCH);
      List<OutboxRow> found = new ArrayList<>();
      long bytes = 0;
      try (ResultSet rows = query.executeQuery()) {
        while (bytes < maxBytes && rows.next()) {
          OutboxRow row = row(rows);
          bytes += row.data().length;
          found.add(row);
        }
      }
      return found;
    }
  }

  private static OutboxRow row(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("subject"),
        row.getString("partition_key"),
        row.getLong("sequence"),
        instant(row, "time"),
        instant(row, "recorded_time"),
        row.getString("correlation_id"),
        row.getString("causation_id"),
        row.getString("traceparent"),
        row.getString("data").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * By single ids: a row whose id lies between may have been committed after the others were read.
   */
  static void delete(Connection connection, Collection<Long> ids) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where id = any (?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      delete.executeUpdate();
    }
  }

  static Backlog backlog(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select count(*) from outbox");
        ResultSet row = query.executeQuery()) {
      row.next();
      return new Backlog(row.getLong(1), oldest(connection));
    }
  }

  /** Looks at the first row of each shard only, so it costs the same however much waits. */
  static @Nullable Instant oldest(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select min(o.recorded_time) as oldest from generate_series(0, ?) as s
            cross join lateral
              (select recorded_time from outbox where shard = s order by id limit 1) as o""")) {
      query.setInt(1, SHARDS - 1);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return oldest == null ? null : oldest.toInstant();
      }
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
