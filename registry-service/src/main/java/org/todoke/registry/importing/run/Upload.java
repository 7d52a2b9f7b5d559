package org.todoke.registry.importing.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.todoke.web.Refusal;

/**
 * A file as it came in, on the disk of this instance until it has been read.
 *
 * @param sha256 in hexadecimal
 */
record Upload(Path path, long bytes, String sha256) implements AutoCloseable {

  /** A whole nation in one file takes 90 MiB. */
  static final long MAX_BYTES = 256L * 1024 * 1024;

  private static final int CHUNK = 64 * 1024;

  /**
   * Takes it in as it streams, before any transaction begins.
   *
   * @throws Refusal {@code file.too-large}
   * @throws IOException if the sender goes away, or the disk fails
   */
  static Upload receive(InputStream content) throws IOException {
    Path path = Files.createTempFile("todoke-import-", ".part");
    try {
      MessageDigest digest = newDigest();
      long bytes = 0;
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
        byte[] chunk = new byte[CHUNK];
        for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
          bytes += read;
          if (bytes > MAX_BYTES) {
            throw new Refusal(
                Refusal.Kind.TOO_LARGE, "file.too-large", List.of(MAX_BYTES >> 20), List.of());
          }
          out.write(chunk, 0, read);
        }
      }
      return new Upload(path, bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
