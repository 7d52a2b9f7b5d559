package org.todoke.messaging.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.security.SystemScope;

/** Writes down which events had an effect, and fails where a test wants it to. */
@ApplicationScoped
public class Effects {

  private final DataSource dataSource;
  private final Set<String> poison = ConcurrentHashMap.newKeySet();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile Consumer<List<EventEnvelope>> before = events -> {};
  private volatile Consumer<List<EventEnvelope>> after = events -> {};

  Effects(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** One effect as the table holds it. */
  public record Effect(String eventId, String key, long sequence) {}

  public EventHandler handler(String consumer) {
    return events -> handle(consumer, events);
  }

  private void handle(String consumer, List<EventEnvelope> events) {
    calls.incrementAndGet();
    if (!SystemScope.isEntered()) {
      throw new IllegalStateException("outside the system scope");
    }
    before.accept(events);
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into effect (consumer, event_id, key, sequence) values (?, ?, ?, ?)")) {
      for (EventEnvelope event : events) {
        insert.setString(1, consumer);
        insert.setString(2, event.id());
        insert.setString(3, event.partitionKey());
        insert.setLong(4, event.sequence());
        insert.executeUpdate();
        if (poison.contains(event.id())) {
          throw new IllegalArgumentException("indigestible");
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    after.accept(events);
  }

  public List<Effect> of(String consumer) {
    try (Connection connection = dataSource.getConnection()) {
      return of(connection, consumer);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In the order in which they came about. */
  public static List<Effect> of(Connection connection, String consumer) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select event_id, key, sequence from effect where consumer = ? order by id")) {
      query.setString(1, consumer);
      List<Effect> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(new Effect(rows.getString(1), rows.getString(2), rows.getLong(3)));
        }
      }
      return found;
    }
  }

  public void poison(String eventId) {
    poison.add(eventId);
  }

  /** The cause is mended. */
  public void heal(String eventId) {
    poison.remove(eventId);
  }

  public void before(Consumer<List<EventEnvelope>> action) {
    before = action;
  }

  public void after(Consumer<List<EventEnvelope>> action) {
    after = action;
  }

  public int calls() {
    return calls.get();
  }

  public void reset() {
    poison.clear();
    calls.set(0);
    before = events -> {};
    after = events -> {};
  }
}
