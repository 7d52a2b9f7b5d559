package org.todoke.benchmarks.national;

import java.time.Duration;
import java.util.Map;
import org.todoke.benchmarks.measure.Percentiles;

/**
 * How long the cascade took. All times count from the request to issue.
 *
 * @param deliveries that the notice has, of all tiers
 * @param issued the answer to the request
 * @param forwarded the answer to the last forwarder's call
 * @param reached the last establishment has it
 * @param told the last event of notice-service is on Kafka, those of finished forwardings too
 * @param settled nobody has anything left to do: assignments are made, figures added up
 * @param events of notice-service
 * @param assignmentEvents of checklist-service
 * @param calls latencies of the forwarders' calls, by tier
 * @param tried calls that had to be made again, because a service was busy
 */
record CascadeTimes(
    long deliveries,
    Duration issued,
    Duration forwarded,
    Duration reached,
    Duration told,
    Duration settled,
    long events,
    long assignmentEvents,
    Map<String, Percentiles> calls,
    long tried) {

  static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  double eventsPerSecond() {
    return events / seconds(told);
  }

  /** Of the cascade until everything is told. */
  double microsPerDelivery() {
    return told.toNanos() / 1e3 / deliveries;
  }
}
