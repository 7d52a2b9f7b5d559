package org.todoke.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords of this stack, made up at its first start and readable by its owner alone. */
final class Secrets {

  private final Path file;
  private final Properties known = new Properties();

  Secrets(Path file) {
    this.file = file;
    try {
      if (Files.exists(file)) {
        try (Reader in = Files.newBufferedReader(file)) {
          known.load(in);
        }
      } else {
        Files.createDirectories(file.getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized String get(String name) {
    String value = known.getProperty(name);
    if (value != null) {
      return value;
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String made = HexFormat.of().formatHex(random);
    known.setProperty(name, made);
    try (Writer out = Files.newBufferedWriter(file)) {
      known.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return made;
  }
}
