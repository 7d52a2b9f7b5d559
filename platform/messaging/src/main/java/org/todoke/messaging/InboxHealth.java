package org.todoke.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how many keys are parked; always up, because everything else goes on. */
@Readiness
@ApplicationScoped
class InboxHealth implements HealthCheck {

  private final InboxMetrics metrics;

  InboxHealth(InboxMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("inbox").up();
    try {
      return answer.withData("parkedKeys", metrics.countParkedKeys()).build();
    } catch (Exception e) {
      // Whether the database is there is another check's business.
      return answer.withData("parkedKeys", "unknown").build();
    }
  }
}
