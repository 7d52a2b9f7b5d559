package org.todoke.registry.attempt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.Channel;
import org.todoke.registry.contact.Contacts;
import org.todoke.registry.contact.FailureReason;
import org.todoke.registry.contact.ReachabilityReport;
import org.todoke.registry.contact.ReachabilityState;
import org.todoke.security.SystemScope;

/**
 * Sends what is due, a few at a time: takes them in one transaction, sends outside of any, records
 * in another. What an instance was at when it died is sent again by whoever finds it after its
 * lease, so a message can come twice, each time under the same id.
 */
@ApplicationScoped
public class SendAttempts {

  private static final Logger LOG = Logger.getLogger(SendAttempts.class);

  private final AttemptTable table;
  private final Contacts contacts;
  private final List<SendingChannel> channels;
  private final AttemptConfig config;
  private final Clock clock;

  SendAttempts(
      AttemptTable table,
      Contacts contacts,
      @Any Instance<SendingChannel> channels,
      AttemptConfig config,
      Clock clock) {
    this.table = table;
    this.contacts = contacts;
    this.channels = channels.stream().toList();
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${todoke.attempts.every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sendDue() {
    for (SendingChannel channel : channels) {
      try {
        while (channel.isOn() && sendSome(channel) == config.atOnce()) {
          LOG.debug("more attempts are due");
        }
      } catch (RuntimeException e) {
        // Never with its message: that of a mail server can hold an address.
        LOG.warnf(
            "could not send what is due over %s (%s); tried again",
            channel.channel(), e.getClass().getName());
      }
    }
  }

  /**
   * How many were tried: fewer than the bound when none is left, or when there is no sense in
   * trying more now.
   */
  int sendSome(SendingChannel channel) {
    List<Claim> claims = claim(channel);
    if (claims.isEmpty()) {
      return 0;
    }
    List<Outcome> outcomes = channel.send(claims.stream().map(Claim::message).toList());
    record(claims, outcomes);
    return outcomes.stream().allMatch(Outcome::isOurOwnFault) ? 0 : claims.size();
  }

  List<Claim> claim(SendingChannel channel) {
    Instant now = now();
    return inSystemScope(
        () -> table.claim(channel.channel(), config.atOnce(), now, now.plus(config.lease())));
  }

  void record(List<Claim> claims, List<Outcome> outcomes) {
    Instant now = now();
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < claims.size(); i++) {
      verdicts.add(Verdict.of(outcomes.get(i), claims.get(i).tries(), config.waits(), now));
    }
    inSystemScope(
        () -> {
          Set<UUID> held = table.record(claims, verdicts, automatic(), now);
          giveUpAddresses(claims, verdicts, held);
          table.noteAddresses(claims, verdicts, now);
          return held;
        });
  }

  /** Locked in one order, so that two instances never wait for each other in a circle. */
  private void giveUpAddresses(List<Claim> claims, List<Verdict> verdicts, Set<UUID> held) {
    IntStream.range(0, claims.size())
        .filter(i -> held.contains(claims.get(i).id()) && verdicts.get(i).givesUpTheAddress())
        .boxed()
        .sorted(Comparator.comparing(i -> claims.get(i).organization().value()))
        .forEach(i -> giveUpAddress(claims.get(i), verdicts.get(i)));
  }

  private void giveUpAddress(Claim claim, Verdict verdict) {
    String address = claim.message().address();
    AttemptFailure reason = verdict.reason();
    if (address != null && reason != null) {
      contacts.found(
          claim.organization(),
          claim.contact(),
          address,
          new ReachabilityReport(
              ReachabilityState.UNREACHABLE, FailureReason.ofWireName(reason.wireName())),
          claim.sender());
    }
  }

  private List<Channel> automatic() {
    return channels.stream().filter(SendingChannel::isOn).map(SendingChannel::channel).toList();
  }

  private static <T> T inSystemScope(Callable<T> work) {
    try {
      return SystemScope.call(() -> QuarkusTransaction.requiringNew().call(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
