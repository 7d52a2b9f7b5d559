package org.todoke.registry.importing.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Finds out in which encoding a text file is, by decoding the whole of it strictly: UTF-8 first,
 * because UTF-8 text passes as windows-31j, and no statistics, because they guess wrong on short
 * Japanese text. What is called Shift_JIS is windows-31j in practice: the Java charset of that name
 * does not know －, ～, ㈱, ① and 髙.
 */
final class TextEncoding {

  static final Charset WINDOWS_31J = Charset.forName("windows-31j");

  private static final int BUFFER = 1 << 16;

  private enum Verdict {
    FITS,
    DOES_NOT_FIT,
    /** All of it fits but the last character, of which there is only a part. */
    CUT_OFF
  }

  private final Path file;
  private boolean beyondAscii;
  private int line;

  private TextEncoding(Path file) {
    this.file = file;
  }

  /**
   * The encoding of a file that is neither empty nor binary.
   *
   * @param chosen what somebody says that it is, which is believed if it fits; null to find out
   * @throws org.todoke.web.Refusal {@code file.encoding-unknown}, {@code file.encoding-wrong},
   *     {@code file.truncated} or {@code file.binary}
   */
  static Charset find(Path file, FileStart start, @Nullable Charset chosen) throws IOException {
    TextEncoding encoding = new TextEncoding(file);
    if (chosen != null) {
      encoding.require(chosen, "file.encoding-wrong");
      return chosen;
    }
    Charset marked = start.byteOrderMark();
    if (marked != null) {
      encoding.require(marked, "file.encoding-wrong");
      return marked;
    }
    if (encoding.fits(StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    encoding.require(WINDOWS_31J, "file.encoding-unknown");
    return WINDOWS_31J;
  }

  private boolean fits(Charset charset) throws IOException {
    Verdict verdict = verdict(charset);
    // In a file that is all ASCII up to its last byte, that byte may well be of another encoding.
    if (verdict == Verdict.CUT_OFF && beyondAscii) {
      throw FileRefusal.truncated(line);
    }
    return verdict == Verdict.FITS;
  }

  private void require(Charset charset, String codeOtherwise) throws IOException {
    switch (verdict(charset)) {
      case FITS -> {}
      case CUT_OFF -> throw FileRefusal.truncated(line);
      case DOES_NOT_FIT -> throw FileRefusal.unreadable(codeOtherwise, charset.name());
    }
  }

  private Verdict verdict(Charset charset) throws IOException {
    beyondAscii = false;
    line = 1;
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
    CharBuffer text = CharBuffer.allocate(BUFFER);
    try (FileChannel channel = FileChannel.open(file)) {
      while (channel.read(bytes) >= 0) {
        bytes.flip();
        if (!charset.name().contains("UTF-16")) {
          refuseZero(bytes);
        }
        if (decoder.decode(bytes, text, false).isError()) {
          return Verdict.DOES_NOT_FIT;
        }
        look(text);
        bytes.compact();
      }
    }
    bytes.flip();
    boolean whole = !decoder.decode(bytes, text, true).isError() && !decoder.flush(text).isError();
    look(text);
    return whole ? Verdict.FITS : Verdict.CUT_OFF;
  }

  /**
   * No text has a zero byte, but for UTF-16, which is read only where somebody or a mark says so.
   */
  private static void refuseZero(ByteBuffer bytes) {
    byte[] content = bytes.array();
    for (int i = bytes.position(); i < bytes.limit(); i++) {
      if (content[i] == 0) {
        throw FileRefusal.unreadable("file.binary");
      }
    }
  }

  private void look(CharBuffer text) {
    char[] characters = text.array();
    int all = 0;
    for (int i = 0; i < text.position(); i++) {
      char c = characters[i];
      all |= c;
      if (c == '\n') {
        line++;
      } else if (c == 0) {
        throw FileRefusal.unreadable("file.binary");
      }
    }
    beyondAscii |= all > 0x7f;
    text.clear();
  }
}
