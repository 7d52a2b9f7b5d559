package org.todoke.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** The statements on the table {@code parked_event}. */
final class ParkedTable {

  /** The reason of those that only had to wait. */
  static final String BEHIND = "behind";

  private static final JsonMapper JSON = new JsonMapper();

  private ParkedTable() {}

  /** The first parked record of a key. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Head(
      long id, @Nullable String eventId, String mark, Headers headers, byte @Nullable [] value) {}

  /** Which of these keys are parked. */
  static Set<String> parkedKeys(Connection connection, String consumer, Collection<String> keys)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select distinct partition_key from parked_event
            where consumer = ? and partition_key = any (?)""")) {
      query.setString(1, consumer);
      query.setArray(2, connection.createArrayOf("text", keys.toArray()));
      Set<String> found = new HashSet<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  /** Unless it lies there already or had its effect before; whether it was stored. */
  static boolean park(
      Connection connection,
      String consumer,
      IncomingRecord incoming,
      String reason,
      int attempts,
      Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into parked_event (consumer, partition_key, topic, partition, record_offset,
                                      event_id, headers, value, reason, attempts, parked_at)
            select ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?
            where not exists (select from inbox where consumer = ? and event_id = ?)
            on conflict do nothing""")) {
      insert.setString(1, consumer);
      insert.setString(2, incoming.key());
      insert.setString(3, incoming.record().topic());
      insert.setInt(4, incoming.record().partition());
      insert.setLong(5, incoming.record().offset());
      insert.setString(6, incoming.event() == null ? null : incoming.event().id());
      insert.setString(7, write(incoming.record().headers()));
      insert.setBytes(8, incoming.record().value());
      insert.setString(9, reason);
      insert.setInt(10, attempts);
      insert.setObject(11, now.atOffset(ZoneOffset.UTC));
      insert.setString(12, consumer);
      insert.setString(13, incoming.mark());
      return insert.executeUpdate() > 0;
    }
  }

  static Optional<Head> head(Connection connection, String consumer, String key)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select id, event_id, topic || '-' || partition || '@' || record_offset as place,
                   headers, value
            from parked_event where consumer = ? and partition_key = ?
            order by id limit 1 for update""")) {
      query.setString(1, consumer);
      query.setString(2, key);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String eventId = row.getString("event_id");
        return Optional.of(
            new Head(
                row.getLong("id"),
                eventId,
                eventId == null ? row.getString("place") : eventId,
                read(row.getString("headers")),
                row.getBytes("value")));
      }
    }
  }

  static void remove(Connection connection, long id) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from parked_event where id = ?")) {
      delete.setLong(1, id);
      delete.executeUpdate();
    }
  }

  static void failedAgain(Connection connection, long id, String reason) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update parked_event set attempts = attempts + 1, reason = ? where id = ?")) {
      update.setString(1, reason);
      update.setLong(2, id);
      update.executeUpdate();
    }
  }

  static long count(Connection connection, String consumer, String key) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select count(*) from parked_event where consumer = ? and partition_key = ?")) {
      query.setString(1, consumer);
      query.setString(2, key);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static long countKeys(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "select count(distinct (consumer, partition_key)) from parked_event");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** By the age of their heads. */
  static List<ParkedKey> keys(Connection connection, long afterHead, int atMost)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select k.consumer, k.partition_key, k.count, k.head, e.reason, e.attempts, e.parked_at
            from (select consumer, partition_key, count(*) as count, min(id) as head
                  from parked_event group by consumer, partition_key) as k
            join parked_event as e on e.id = k.head
            where k.head > ? order by k.head limit ?""")) {
      query.setLong(1, afterHead);
      query.setInt(2, atMost);
      List<ParkedKey> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(
              new ParkedKey(
                  rows.getString("consumer"),
                  rows.getString("partition_key"),
                  rows.getLong("count"),
                  rows.getLong("head"),
                  rows.getString("reason"),
                  rows.getInt("attempts"),
                  rows.getObject("parked_at", OffsetDateTime.class).toInstant()));
        }
      }
      return found;
    }
  }

  /** As pairs with the value in Base64: a header may come twice, and hold any bytes. */
  private static String write(Headers headers) {
    ArrayNode pairs = JSON.createArrayNode();
    headers.forEach(
        header -> {
          ArrayNode pair = pairs.addArray();
          // A text of PostgreSQL cannot hold this one character.
          pair.add(header.key().replace('\0', '\uFFFD'));
          pair.add(header.value());
        });
    try {
      return JSON.writeValueAsString(pairs);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Headers read(String json) {
    try {
      var headers = new RecordHeaders();
      for (JsonNode pair : JSON.readTree(json)) {
        headers.add(
            pair.get(0).textValue(), pair.get(1).isNull() ? null : pair.get(1).binaryValue());
      }
      return headers;
    } catch (IOException e) {
      throw new IllegalStateException("headers of a parked event cannot be read", e);
    }
  }
}
