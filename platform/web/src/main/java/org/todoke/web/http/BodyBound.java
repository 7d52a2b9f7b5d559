package org.todoke.web.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.todoke.web.Refusal;

/**
 * How large a body may be. JSON has a bound of its own, because it is held in memory as a whole,
 * while a service that takes files raises the bound of all bodies.
 */
@ApplicationScoped
public class BodyBound {

  private final long bytes;
  private final long jsonBytes;

  BodyBound(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size", defaultValue = "1M")
          MemorySize bodySize,
      HttpBounds bounds) {
    this.bytes = bytes(bodySize);
    this.jsonBytes = Math.min(bytes, bytes(bounds.jsonBodySize()));
  }

  private static long bytes(MemorySize size) {
    return size.asBigInteger().min(BigInteger.valueOf(Long.MAX_VALUE)).longValue();
  }

  long bytes() {
    return bytes;
  }

  public InputStream limit(InputStream body) {
    return new BoundedStream(body, bytes);
  }

  public InputStream limitJson(InputStream body) {
    return new BoundedStream(body, jsonBytes);
  }

  static Refusal tooLarge(long bytes) {
    return new Refusal(
        Refusal.Kind.TOO_LARGE, "request.too-large", List.of(readable(bytes)), List.of());
  }

  private static String readable(long bytes) {
    return bytes % (1024 * 1024) == 0 ? bytes / (1024 * 1024) + " MiB" : bytes + " B";
  }

  /** Refuses to give more than the bound. */
  private static final class BoundedStream extends FilterInputStream {
    private final long bound;
    private long given;

    BoundedStream(InputStream body, long bound) {
      super(body);
      this.bound = bound;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count(b < 0 ? 0 : 1);
      return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int n = super.read(target, offset, length);
      count(Math.max(n, 0));
      return n;
    }

    @Override
    public long skip(long n) throws IOException {
      long skipped = super.skip(n);
      count(skipped);
      return skipped;
    }

    @Override
    public boolean markSupported() {
      return false;
    }

    private void count(long n) {
      given += n;
      if (given > bound) {
        throw tooLarge(bound);
      }
    }
  }
}
