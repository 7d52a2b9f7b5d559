package org.todoke.registry.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the first and the last bytes of a file tell.
 *
 * @param first up to eight bytes
 * @param last up to two bytes, none in an empty file
 */
record FileStart(byte[] first, byte[] last) {

  private static final int LONGEST_SIGNATURE = 8;
  private static final int LONGEST_CHARACTER = 2;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  /** Of what people send instead of a list: PDF, PNG, JPEG, gzip, RAR and 7z. */
  private static final byte[][] OTHER_FILES = {
    {'%', 'P', 'D', 'F'},
    {(byte) 0x89, 'P', 'N', 'G'},
    {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF},
    {0x1F, (byte) 0x8B},
    {'R', 'a', 'r', '!'},
    {'7', 'z', (byte) 0xBC, (byte) 0xAF},
  };

  static FileStart of(Path file) throws IOException {
    byte[] first;
    try (InputStream in = Files.newInputStream(file)) {
      first = in.readNBytes(LONGEST_SIGNATURE);
    }
    try (FileChannel channel = FileChannel.open(file)) {
      int length = (int) Math.min(LONGEST_CHARACTER, channel.size());
      ByteBuffer last = ByteBuffer.allocate(length);
      long position = channel.size() - length;
      while (last.hasRemaining() && channel.read(last, position + last.position()) >= 0) {
        // A read may give less than was asked for.
      }
      return new FileStart(first, last.array());
    }
  }

  boolean isEmpty() {
    return first.length == 0;
  }

  boolean isZip() {
    return startsWith(ZIP) || startsWith(EMPTY_ZIP);
  }

  /** Excel before 2007, and a newer workbook with a password, which is wrapped into the same. */
  boolean isOldOffice() {
    return startsWith(OLD_OFFICE);
  }

  boolean isOtherFile() {
    for (byte[] signature : OTHER_FILES) {
      if (startsWith(signature)) {
        return true;
      }
    }
    return false;
  }

  /** The encoding that a byte order mark names; null without one. */
  @Nullable Charset byteOrderMark() {
    if (startsWith(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(new byte[] {(byte) 0xFF, (byte) 0xFE})) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(new byte[] {(byte) 0xFE, (byte) 0xFF}) ? StandardCharsets.UTF_16BE : null;
  }

  /** Whether the file ends with a line break, in any encoding that is read. */
  boolean endsWithLineBreak() {
    int end = last.length - 1;
    boolean littleEndian = StandardCharsets.UTF_16LE.equals(byteOrderMark());
    byte b = littleEndian && end > 0 ? last[end - 1] : last[end];
    return b == '\n' || b == '\r';
  }

  private boolean startsWith(byte[] signature) {
    if (first.length < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if (first[i] != signature[i]) {
        return false;
      }
    }
    return true;
  }
}
