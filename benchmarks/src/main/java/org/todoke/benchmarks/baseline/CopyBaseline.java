package org.todoke.benchmarks.baseline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * The least that the bytes of a file can cost a database: {@code COPY} into one table of text
 * columns without key or index, committed, as durable as the server is set.
 */
public final class CopyBaseline {

  private static final String TABLE = "copy_baseline";

  private CopyBaseline() {}

  /**
   * @param took of the middle one of the runs
   * @param rows of the file, without the header
   */
  public record Copied(Duration took, long rows) {}

  /**
   * Copies the file several times, each into a new table that is dropped afterwards.
   *
   * @param columns of the file, all taken as text
   * @param runs an odd number, so that there is a middle
   */
  public static Copied measure(Connection connection, Path file, int columns, int runs)
      throws SQLException {
    List<Copied> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(once(connection, file, columns));
    }
    all.sort(Comparator.comparing(Copied::took));
    return all.get(runs / 2);
  }

  private static Copied once(Connection connection, Path file, int columns) throws SQLException {
    String definition =
        IntStream.rangeClosed(1, columns)
            .mapToObj(i -> "c" + i + " text")
            .collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      statement.execute("create table " + TABLE + " (" + definition + ")");
      try {
        long began = System.nanoTime();
        long rows =
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + TABLE + " from stdin (format csv, header true)", bytes);
        return new Copied(Duration.ofNanos(System.nanoTime() - began), rows);
      } finally {
        statement.execute("drop table " + TABLE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
