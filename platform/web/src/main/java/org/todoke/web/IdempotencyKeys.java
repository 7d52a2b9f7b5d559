package org.todoke.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency_key}; always inside the transaction of its caller. */
@ApplicationScoped
class IdempotencyKeys {

  record Id(String organization, String key, String operation) {}

  record StoredAnswer(
      String requestHash, int status, @Nullable String location, @Nullable String body) {}

  /** Resolved late, because a service without a database has this bean as well. */
  private final Instance<DataSource> dataSource;

  IdempotencyKeys(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Waits for whoever is at work under the same key.
   *
   * @return whether the key is ours now; if not, its answer can be read
   */
  boolean claim(Id id, String requestHash, Instant now) {
    return run(
        """
        insert into idempotency_key (organization, key, operation, request_hash, status, created_at)
        values (?, ?, ?, ?, 0, ?) on conflict do nothing
        """,
        statement -> {
          bind(statement, 1, id);
          statement.setString(4, requestHash);
          statement.setTimestamp(5, Timestamp.from(now));
          return statement.executeUpdate() == 1;
        });
  }

  Optional<StoredAnswer> find(Id id) {
    return run(
        """
        select request_hash, status, location, body from idempotency_key
        where organization = ? and key = ? and operation = ?
        """,
        statement -> {
          bind(statement, 1, id);
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new StoredAnswer(
                        rows.getString(1), rows.getInt(2), rows.getString(3), rows.getString(4)))
                : Optional.empty();
          }
        });
  }

  void store(Id id, StoredAnswer answer) {
    run(
        """
        update idempotency_key set status = ?, location = ?, body = ?
        where organization = ? and key = ? and operation = ?
        """,
        statement -> {
          statement.setInt(1, answer.status());
          statement.setString(2, answer.location());
          statement.setString(3, answer.body());
          bind(statement, 4, id);
          return statement.executeUpdate();
        });
  }

  int deleteBefore(Instant moment) {
    return run(
        "delete from idempotency_key where created_at < ?",
        statement -> {
          statement.setTimestamp(1, Timestamp.from(moment));
          return statement.executeUpdate();
        });
  }

  private static void bind(PreparedStatement statement, int first, Id id) throws SQLException {
    statement.setString(first, id.organization());
    statement.setString(first + 1, id.key());
    statement.setString(first + 2, id.operation());
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = dataSource.get().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.on(statement);
    } catch (SQLException e) {
      throw new IdempotencyKeysUnavailable(e);
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T on(PreparedStatement statement) throws SQLException;
  }

  /** The table could not be read or written. */
  static class IdempotencyKeysUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IdempotencyKeysUnavailable(SQLException cause) {
      super("the idempotency keys could not be read or written", cause);
    }
  }
}
