package org.todoke.gateway.routing;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way through: lets no more than a bound pass, marks every movement, and knows
 * whether it is the sender that keeps the others waiting.
 */
final class WatchedStream implements ReadStream<Buffer> {

  /** Thrown into the pipe when more came than is allowed. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("more bytes than the bound", null, false, false);
    }
  }

  private final ReadStream<Buffer> source;
  private final long bound;
  private final Progress progress;
  private @Nullable Handler<Throwable> failed;
  private long passed;
  private boolean paused;
  private boolean ended;
  private boolean tooLong;

  WatchedStream(ReadStream<Buffer> source, long bound, Progress progress) {
    this.source = source;
    this.bound = bound;
    this.progress = progress;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /** The receiver would take more, and the sender gives nothing. */
  boolean awaitsSender() {
    return !ended && !paused;
  }

  @Override
  public WatchedStream handler(@Nullable Handler<Buffer> handler) {
    if (handler == null) {
      source.handler(null);
    } else {
      source.handler(buffer -> pass(buffer, handler));
    }
    return this;
  }

  private void pass(Buffer buffer, Handler<Buffer> handler) {
    progress.touch();
    if (tooLong) {
      return;
    }
    passed += buffer.length();
    if (passed <= bound) {
      handler.handle(buffer);
      return;
    }
    tooLong = true;
    if (failed != null) {
      failed.handle(new TooLong());
    }
  }

  @Override
  public WatchedStream exceptionHandler(@Nullable Handler<Throwable> handler) {
    failed = handler;
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public WatchedStream endHandler(@Nullable Handler<Void> handler) {
    if (handler == null) {
      source.endHandler(null);
      return this;
    }
    source.endHandler(
        end -> {
          ended = true;
          progress.touch();
          // What was cut off must not look as if it had come to its end.
          if (!tooLong) {
            handler.handle(end);
          }
        });
    return this;
  }

  @Override
  public WatchedStream pause() {
    paused = true;
    source.pause();
    return this;
  }

  @Override
  public WatchedStream resume() {
    paused = false;
    progress.touch();
    source.resume();
    return this;
  }

  @Override
  public WatchedStream fetch(long amount) {
    paused = false;
    source.fetch(amount);
    return this;
  }
}
