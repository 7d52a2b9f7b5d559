package org.todoke.registry.importing.reading;

import java.io.IOException;
import java.io.Reader;

/**
 * Lets text through, leaves out a byte order mark at its beginning, and refuses a line that is
 * longer than its bound before anybody collects it.
 */
final class LineBound extends Reader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Reader text;
  private final Bounds bounds;
  private boolean begun;
  private boolean atEnd;
  private int line = 1;
  private int length;
  private boolean afterReturn;

  LineBound(Reader text, Bounds bounds) {
    this.text = text;
    this.bounds = bounds;
  }

  /** Whether everything has been read. */
  boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = text.read(buffer, offset, length);
    if (!begun && read > 0) {
      begun = true;
      if (buffer[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(buffer, offset + 1, buffer, offset, --read);
        if (read == 0) {
          return read(buffer, offset, length);
        }
      }
    }
    if (read < 0) {
      atEnd = true;
      return read;
    }
    measure(buffer, offset, offset + read);
    return read;
  }

  private void measure(char[] buffer, int from, int to) {
    int begin = from;
    for (int i = from; i < to; i++) {
      char c = buffer[i];
      if (c != '\n' && c != '\r') {
        continue;
      }
      add(i - begin);
      boolean secondOfTwo = c == '\n' && (i > from ? buffer[i - 1] == '\r' : afterReturn);
      if (!secondOfTwo) {
        line++;
      }
      begin = i + 1;
      length = 0;
    }
    add(to - begin);
    afterReturn = buffer[to - 1] == '\r';
  }

  private void add(int characters) {
    length += characters;
    if (length > bounds.lineCharacters()) {
      throw FileRefusal.tooLarge("file.line-too-long", line, bounds.lineCharacters());
    }
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
