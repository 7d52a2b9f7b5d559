package org.todoke.notice.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Tells by the content what a file is. Only what offices send each other is known. */
final class MediaTypes {

  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** In an Office file the telling entry is among the first; a bomb is not unpacked. */
  private static final int MAX_ENTRIES = 50;

  private static final int PIECE = 8 * 1024;

  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

  private MediaTypes() {}

  /** Empty for what is not accepted. */
  static Optional<String> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(16);
    }
    if (startsWith(head, PDF)) {
      return Optional.of("application/pdf");
    }
    if (startsWith(head, PNG)) {
      return Optional.of("image/png");
    }
    if (startsWith(head, JPEG)) {
      return Optional.of("image/jpeg");
    }
    if (startsWith(head, ZIP)) {
      return office(file);
    }
    return isText(file) ? Optional.of("text/plain; charset=utf-8") : Optional.empty();
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  private static Optional<String> office(Path file) throws IOException {
    boolean typed = false;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
      for (int i = 0; i < MAX_ENTRIES; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
          return Optional.empty();
        }
        String name = entry.getName();
        typed |= name.equals("[Content_Types].xml");
        if (typed && name.startsWith("word/")) {
          return Optional.of(OFFICE + "wordprocessingml.document");
        }
        if (typed && name.startsWith("xl/")) {
          return Optional.of(OFFICE + "spreadsheetml.sheet");
        }
        if (typed && name.startsWith("ppt/")) {
          return Optional.of(OFFICE + "presentationml.presentation");
        }
      }
    } catch (ZipException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** UTF-8 without control characters. Piece by piece: twenty such files may come at once. */
  private static boolean isText(Path file) throws IOException {
    // A decoder of one's own reports what it cannot read, where the reader's would replace it.
    try (Reader text =
        new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder())) {
      char[] piece = new char[PIECE];
      for (int read = text.read(piece); read >= 0; read = text.read(piece)) {
        for (int i = 0; i < read; i++) {
          char c = piece[i];
          if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
            return false;
          }
        }
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
