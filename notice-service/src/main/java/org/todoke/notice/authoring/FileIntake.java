package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.todoke.web.Violation;

/**
 * Takes a file in as it streams, before any transaction begins: nobody's line is slow enough to
 * hold a lock.
 */
@ApplicationScoped
public class FileIntake {

  /** Nothing larger is attached; the gateway lets as much through (todoke.gateway.bodies). */
  public static final long MAX_SIZE = 20L * 1024 * 1024;

  private static final int CHUNK = 64 * 1024;

  /** What is done with a file while it is there. */
  @FunctionalInterface
  public interface Use<T> {
    T with(ReceivedFile file);
  }

  /**
   * @param declared the digest that the sender gave; what arrives must be exactly that
   * @throws Refusal if it is too large, empty, not what was declared or of no accepted kind
   */
  public <T> T receive(InputStream content, String declared, Use<T> use) throws IOException {
    Path path = Files.createTempFile("todoke-attachment-", ".part");
    try {
      return use.with(store(content, declared, path));
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private static ReceivedFile store(InputStream content, String declared, Path path)
      throws IOException {
    MessageDigest digest = sha256();
    long size = 0;
    try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
      byte[] chunk = new byte[CHUNK];
      for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
        size += read;
        if (size > MAX_SIZE) {
          throw new Refusal(
              Refusal.Kind.TOO_LARGE, "attachment.too-large", List.of(MAX_SIZE), List.of());
        }
        out.write(chunk, 0, read);
      }
    }
    if (size == 0) {
      throw Refusal.invalid(Violation.at("", "attachment.empty"));
    }
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (!sha256.equals(declared)) {
      throw Refusal.invalid(Violation.at("query:sha256", "attachment.digest-differs", sha256));
    }
    String mediaType =
        MediaTypes.of(path)
            .orElseThrow(() -> Refusal.invalid(Violation.at("", "attachment.unknown-kind")));
    return new ReceivedFile(path, size, sha256, mediaType);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
