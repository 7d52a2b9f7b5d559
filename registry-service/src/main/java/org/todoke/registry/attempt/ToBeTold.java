package org.todoke.registry.attempt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.todoke.security.SystemScope;

/** Who of many is told of an arrival by the suite itself. */
@ApplicationScoped
public class ToBeTold {

  private static final Logger LOG = Logger.getLogger(ToBeTold.class);

  private final AttemptTable table;
  private final Instance<SendingChannel> channels;

  ToBeTold(AttemptTable table, @Any Instance<SendingChannel> channels) {
    this.table = table;
    this.channels = channels;
  }

  /**
   * Nobody while no channel is on. Everybody where the database cannot say: whoever handles the
   * arrivals then waits for it, and leaves out the rest.
   */
  public Set<String> among(Collection<String> organizations) {
    if (organizations.isEmpty() || channels.stream().noneMatch(SendingChannel::isOn)) {
      return Set.of();
    }
    try {
      return SystemScope.call(
          () -> QuarkusTransaction.requiringNew().call(() -> table.withMail(organizations)));
    } catch (Exception e) {
      LOG.debug("could not ask who has a contact for mail", e);
      return new HashSet<>(organizations);
    }
  }
}
