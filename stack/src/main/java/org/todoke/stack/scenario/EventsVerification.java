package org.todoke.stack.scenario;

import java.time.Duration;
import java.util.List;
import org.todoke.stack.Findings;

/** Each fact once, in order, as a stranger hears it on Kafka. */
final class EventsVerification {

  private final Sight sight;
  private final Findings findings;

  EventsVerification(Sight sight, Findings findings) {
    this.sight = sight;
    this.findings = findings;
  }

  void verify(ForeignConsumer foreign) {
    String envelope = sight.cascade().envelope();
    long reached = sight.total("reached");
    long arrivals = reached + Sight.MUNICIPALITIES_OF_EHIME;
    long everybody = sight.as(Cast.ELDERLY_DIVISION).all("/v1/organizations").size();
    foreign.listenUntil(
        f ->
            f.count("remediation.completed", envelope) >= Story.REMEDIATED.size()
                && f.count("delivery.arrived", envelope) >= arrivals
                && f.count("forwarding.finalized", envelope) >= Story.FORWARDED.size()
                && f.keysOf("organization.registered") >= everybody,
        Duration.ofSeconds(60));
    foreign.listenToTheEnd(Duration.ofSeconds(60));
    findings.expect(
        "Kafka: organisations registered", everybody, foreign.keysOf("organization.registered"));
    findings.expect(
        "Kafka: checklist.published",
        1L,
        foreign.count("checklist.published", sight.cascade().checklist()));
    findings.expect("Kafka: notice.issued", 1L, foreign.count("notice.issued", envelope));
    findings.expect(
        "Kafka: notice.issued, to the prefectures",
        1L,
        foreign.count("notice.issued", sight.cascade().toPrefectures()));
    findings.expect(
        "Kafka: notice.issued, to the municipalities",
        1L,
        foreign.count("notice.issued", sight.cascade().toMunicipalities()));
    findings.expect(
        "Kafka: deliveries that arrived", reached, foreign.keys("delivery.arrived", envelope));
    findings.expect(
        "Kafka: delivery.arrived, second routes included",
        arrivals,
        foreign.count("delivery.arrived", envelope));
    findings.expect(
        "Kafka: delivery.acknowledged",
        sight.total("acknowledged"),
        foreign.count("delivery.acknowledged", envelope));
    findings.expect(
        "Kafka: forwarding.forwarded",
        sight.total("forwarded"),
        foreign.count("forwarding.forwarded", envelope));
    findings.expect(
        "Kafka: forwarding.finalized",
        sight.total("finalized"),
        foreign.count("forwarding.finalized", envelope));
    findings.expect(
        "Kafka: assignment.created",
        (long) sight.assignments().size(),
        foreign.count("assignment.created", envelope));
    findings.expect(
        "Kafka: submission.completed",
        sight.nation("establishment", "answered"),
        foreign.count("submission.completed", envelope));
    findings.expect(
        "Kafka: remediation.opened",
        sight.nation("establishment", "results/nonCompliant"),
        foreign.count("remediation.opened", envelope));
    findings.expect(
        "Kafka: remediation.completed",
        sight.nation("establishment", "remediated"),
        foreign.count("remediation.completed", envelope));
    findings.expect(
        "Kafka: no gap and no step back under any key", List.of(), foreign.outOfOrder());
    findings.figure("events.repeated", foreign.repeated());
    findings.figure("events.delivery.arrived", foreign.count("delivery.arrived", envelope));
  }
}
