package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Down when events do not leave: says why, and nothing of what they hold. */
@Readiness
@ApplicationScoped
class RelayHealth implements HealthCheck {

  private final Relay relay;
  private final OutboxFigures figures;
  private final RelayConfig config;

  RelayHealth(Relay relay, OutboxFigures figures, RelayConfig config) {
    this.relay = relay;
    this.figures = figures;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("outbox-relay");
    if (!config.enabled()) {
      return answer.up().withData("enabled", false).build();
    }
    List<String> reasons = new ArrayList<>();
    long dead = relay.deadWorkers();
    if (dead > 0) {
      reasons.add(dead + " relay threads died");
    }
    int held = relay.heldKeys();
    if (held > 0) {
      reasons.add(held + " keys wait behind an event of unknown type or form");
    }
    try {
      Duration age = figures.ageOfOldest();
      answer.withData("oldestAgeSeconds", age.toSeconds());
      if (age.compareTo(config.maxAge()) > 0) {
        reasons.add("the oldest event has waited for more than " + config.maxAge());
      }
    } catch (Exception e) {
      reasons.add("the database cannot be asked");
    }
    if (!reasons.isEmpty()) {
      answer.withData("reason", String.join("; ", reasons));
    }
    return answer.status(reasons.isEmpty()).build();
  }
}
