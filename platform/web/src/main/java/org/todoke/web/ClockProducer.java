package org.todoke.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The only place that asks the machine for the time; tests put another clock in its stead. */
@ApplicationScoped
class ClockProducer {

  private static final Logger LOG = Logger.getLogger(ClockProducer.class);

  /**
   * @param ahead {@code todoke.clock.ahead}: by how much the service's own time runs before that of
   *     the machine, for rehearsals in which weeks have to pass; never in real use, because every
   *     fact is dated by it
   */
  @Produces
  @DefaultBean
  @ApplicationScoped
  Clock clock(@ConfigProperty(name = "todoke.clock.ahead") Optional<Duration> ahead) {
    return ahead
        .map(
            by -> {
              LOG.warnf("REHEARSAL: the time of this service runs %s ahead", by);
              return moved(Clock.systemUTC(), by);
            })
        .orElseGet(Clock::systemUTC);
  }

  /**
   * @throws IllegalArgumentException if it would run behind: what has happened would lie in the
   *     future
   */
  static Clock moved(Clock machine, Duration ahead) {
    if (ahead.isNegative()) {
      throw new IllegalArgumentException("todoke.clock.ahead must not be negative: " + ahead);
    }
    return Clock.offset(machine, ahead);
  }
}
