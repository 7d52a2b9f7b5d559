package org.todoke.benchmarks.baseline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What pgbench does: so many connections, each of which inserts one small row and updates another
 * one, commits, and begins again, as fast as it can.
 */
public final class CommitLoop {

  private static final int ACCOUNTS = 100_000;

  private CommitLoop() {}

  /** Connects as the loop is to connect. */
  @FunctionalInterface
  public interface Source {
    Connection connect() throws SQLException;
  }

  /**
   * @param commits of all connections
   * @param took from the first to the last
   */
  public record Committed(long commits, Duration took, int connections) {
    public double perSecond() {
      return commits / (took.toNanos() / 1e9);
    }
  }

  public static Committed measure(Source source, int connections, Duration lasting)
      throws SQLException {
    try (Connection owner = source.connect();
        Statement statement = owner.createStatement()) {
      statement.execute(
          "create table commit_account (id integer primary key, balance bigint not null, filler"
              + " text not null) with (fillfactor = 70)");
      statement.execute("create table commit_history (id bigint primary key, note text not null)");
      try {
        statement.execute(
            "insert into commit_account select n, 0, repeat('x', 80) from generate_series(0, "
                + (ACCOUNTS - 1)
                + ") n");
        statement.execute("vacuum analyze commit_account");
        statement.execute("checkpoint");
        return run(source, connections, lasting);
      } finally {
        statement.execute("drop table commit_account, commit_history");
      }
    }
  }

  private static Committed run(Source source, int connections, Duration lasting)
      throws SQLException {
    ExecutorService clients = Executors.newFixedThreadPool(connections);
    try {
      long began = System.nanoTime();
      long end = began + lasting.toNanos();
      List<Future<Long>> loops = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        int number = i;
        loops.add(clients.submit(() -> loop(source, number, end)));
      }
      long commits = 0;
      for (Future<Long> loop : loops) {
        commits += loop.get();
      }
      return new Committed(commits, Duration.ofNanos(System.nanoTime() - began), connections);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new SQLException("a loop could not go on", e.getCause());
    } finally {
      clients.shutdownNow();
    }
  }

  private static long loop(Source source, int number, long end) throws SQLException {
    SplittableRandom random = new SplittableRandom(number);
    long commits = 0;
    try (Connection connection = source.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
              connection.prepareStatement("insert into commit_history (id, note) values (?, ?)");
          PreparedStatement update =
              connection.prepareStatement(
                  "update commit_account set balance = balance + ? where id = ?")) {
        while (System.nanoTime() < end) {
          insert.setLong(1, ((long) number << 40) + commits);
          insert.setString(2, "one small row");
          insert.executeUpdate();
          update.setLong(1, random.nextLong(100));
          update.setInt(2, random.nextInt(ACCOUNTS));
          update.executeUpdate();
          connection.commit();
          commits++;
        }
      }
    }
    return commits;
  }
}
