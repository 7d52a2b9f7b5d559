package org.todoke.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.todoke.gateway.GatewayConfig;

/** Counts requests by key. Remembers a bounded number of keys. */
final class RateLimiter {

  private final String name;
  private final GatewayConfig.Rate rate;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets;

  /**
   * @param name as it stands in the RateLimit headers
   * @param tracked keys remembered at a time
   */
  RateLimiter(String name, GatewayConfig.Rate rate, int tracked, TimeMeter time) {
    this.name = name;
    this.rate = rate;
    this.time = time;
    // A bucket untouched for this long is full again, so nothing is lost with it.
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(tracked)
            .expireAfterAccess(rate.per().multipliedBy(2))
            .build();
  }

  /**
   * How one request fared.
   *
   * @param waitSeconds until the next one is let through; 0 where it is already
   * @param fullSeconds until the whole allowance is there again
   */
  record Verdict(boolean allowed, long remaining, long waitSeconds, long fullSeconds) {}

  Verdict take(String key) {
    ConsumptionProbe probe =
        buckets.get(key, unseen -> newBucket()).tryConsumeAndReturnRemaining(1);
    return new Verdict(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForRefill()),
        seconds(probe.getNanosToWaitForReset()));
  }

  String name() {
    return name;
  }

  long allowance() {
    return rate.requests();
  }

  Duration per() {
    return rate.per();
  }

  long remembered() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.per()))
        .withCustomTimePrecision(time)
        .build();
  }

  /** Rounded up: who waits for so long is not refused for coming too early. */
  private static long seconds(long nanos) {
    return (nanos + TimeUnit.SECONDS.toNanos(1) - 1) / TimeUnit.SECONDS.toNanos(1);
  }
}
