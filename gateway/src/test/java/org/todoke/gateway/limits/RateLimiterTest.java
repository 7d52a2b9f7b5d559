package org.todoke.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.todoke.gateway.GatewayConfig;

class RateLimiterTest {

  private record Ten(long requests, Duration per) implements GatewayConfig.Rate {
    Ten() {
      this(10, Duration.ofSeconds(20));
    }
  }

  private final AtomicLong nanos = new AtomicLong(1);
  private final TimeMeter time =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
  private final RateLimiter limiter = new RateLimiter("client", new Ten(), 100, time);

  private int allowedOf(int tries, String key) {
    int allowed = 0;
    for (int i = 0; i < tries; i++) {
      allowed += limiter.take(key).allowed() ? 1 : 0;
    }
    return allowed;
  }

  @Test
  void allowanceMayBeUsedAtOnceAndNotExceeded() {
    assertThat(allowedOf(15, "a")).isEqualTo(10);
  }

  @Test
  void keysDoNotShareTheirAllowance() {
    assertThat(allowedOf(10, "a")).isEqualTo(10);
    assertThat(allowedOf(10, "b")).isEqualTo(10);
  }

  @Test
  void whoWaitsAsToldIsLetThrough() {
    allowedOf(10, "a");
    RateLimiter.Verdict refused = limiter.take("a");
    assertThat(refused.allowed()).isFalse();
    assertThat(refused.waitSeconds()).isEqualTo(2);

    nanos.addAndGet(Duration.ofSeconds(refused.waitSeconds()).toNanos());

    assertThat(allowedOf(2, "a")).isEqualTo(1);
  }

  @Test
  void refusedTriesCostNothing() {
    allowedOf(50, "a");

    nanos.addAndGet(Duration.ofSeconds(20).toNanos());

    assertThat(allowedOf(11, "a")).isEqualTo(10);
  }

  @Test
  void rememberedCallersAreBounded() {
    for (int i = 0; i < 10_000; i++) {
      limiter.take("caller-" + i);
    }

    assertThat(limiter.remembered()).isLessThanOrEqualTo(100);
  }
}
