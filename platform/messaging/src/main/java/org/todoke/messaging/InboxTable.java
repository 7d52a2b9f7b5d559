package org.todoke.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The statements on the table {@code inbox}. */
final class InboxTable {

  private InboxTable() {}

  /** Waits for a replay of this consumer to end, and keeps one from beginning. */
  static void lockShared(Connection connection, String consumer) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock_shared(?, hashtext(?))", consumer);
  }

  /** Waits until nobody handles an event of this consumer, and keeps everybody from it. */
  static void lockExclusively(Connection connection, String consumer) throws SQLException {
    lock(connection, "select pg_advisory_xact_lock(?, hashtext(?))", consumer);
  }

  private static void lock(Connection connection, String sql, String consumer) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(sql)) {
      lock.setInt(1, AdvisoryLocks.CONSUMER);
      lock.setString(2, consumer);
      lock.execute();
    }
  }

  /**
   * Marks them; returns those that were not marked before. Waits for another transaction that is
   * marking the same ones.
   */
  static Set<String> mark(
      Connection connection, String consumer, Collection<String> ids, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into inbox (consumer, event_id, received_at)
            select ?, id, ? from unnest(?::text[]) as id
            on conflict do nothing returning event_id""")) {
      insert.setString(1, consumer);
      insert.setObject(2, now.atOffset(ZoneOffset.UTC));
      // Sorted, so that two that mark the same ids wait for each other instead of locking up.
      insert.setArray(
          3, connection.createArrayOf("text", ids.stream().sorted().distinct().toArray()));
      Set<String> fresh = new HashSet<>();
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          fresh.add(rows.getString(1));
        }
      }
      return fresh;
    }
  }

  /** One bite of what is older; how many rows that was. */
  static int forget(Connection connection, Instant before, int atMost) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            """
            delete from inbox where ctid = any (array(
              select ctid from inbox where received_at < ? limit ?))""")) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.setInt(2, atMost);
      return delete.executeUpdate();
    }
  }
}
