package org.todoke.stack.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.todoke.stack.StackProblem;

/** A file beside the kept data: when the play came to its end on them. */
final class PlayedMark {

  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private PlayedMark() {}

  static void write(Path file, Instant at) {
    try {
      Files.writeString(file, at + "\n");
    } catch (IOException e) {
      throw new StackProblem(e, "home.unwritable", file, e.getMessage());
    }
  }

  /** Date and time of Japan, for a person; a question mark if the file does not say. */
  static String read(Path file) {
    try {
      Instant at = Instant.parse(Files.readString(file).strip());
      return MINUTE.format(LocalDateTime.ofInstant(at, JAPAN));
    } catch (IOException | DateTimeParseException e) {
      return "?";
    }
  }
}
