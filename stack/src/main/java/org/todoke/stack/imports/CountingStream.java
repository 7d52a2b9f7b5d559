package org.todoke.stack.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A file that tells how far it has been read. */
final class CountingStream extends FilterInputStream {

  private final LongConsumer seen;
  private long bytes;

  private CountingStream(InputStream file, LongConsumer seen) {
    super(file);
    this.seen = seen;
  }

  static InputStream open(Path file, LongConsumer seen) {
    try {
      return new CountingStream(new BufferedInputStream(Files.newInputStream(file)), seen);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int more) {
    bytes += more;
    seen.accept(bytes);
  }
}
