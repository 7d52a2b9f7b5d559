package org.todoke.messaging;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Down when a channel has stopped for good. The connector itself says so as liveness only, which
 * the gateway and the containers do not ask: nobody would see that the service no longer follows.
 */
@Readiness
@ApplicationScoped
class ChannelHealth implements HealthCheck {

  private final HealthCenter channels;

  ChannelHealth(HealthCenter channels) {
    this.channels = channels;
  }

  @Override
  public HealthCheckResponse call() {
    List<String> stopped =
        channels.getLiveness().getChannels().stream()
            .filter(channel -> !channel.isOk())
            .map(HealthReport.ChannelInfo::getChannel)
            .distinct()
            .sorted()
            .toList();
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("channels");
    if (!stopped.isEmpty()) {
      answer.withData("reason", "stopped until a restart: " + String.join(", ", stopped));
    }
    return answer.status(stopped.isEmpty()).build();
  }
}
