package org.todoke.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Passwords and keys of one stack: made when first needed, kept where only the user may read. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path folder;

  public Secrets(Path folder) {
    this.folder = folder;
  }

  /** A random password under this name, always the same one. */
  public String password(String name) {
    return keep(
        name,
        () -> {
          byte[] bytes = new byte[24];
          RANDOM.nextBytes(bytes);
          return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
  }

  /** What the supplier made when it was first asked. */
  public synchronized String keep(String name, Supplier<String> make) {
    Path file = file(name);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        // Closed before there is anything in it to read, and under its name only once it is whole:
        // who is killed in between leaves no empty password behind.
        Path draft =
            Files.createTempFile(
                folder,
                "." + name,
                ".draft",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, make.get());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }
}
