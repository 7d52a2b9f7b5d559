package org.todoke.notice.instruction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.DeliveryArrived;
import org.todoke.messaging.EventDataReader;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.notice.forwarding.AutomaticForwarding;
import org.todoke.notice.forwarding.ForwardAutomatically;
import org.todoke.notice.instruction.CoverTemplate.Letter;
import org.todoke.notice.instruction.InstructionMatches.Arrived;
import org.todoke.notice.instruction.InstructionMatches.Match;
import org.todoke.web.JapaneseDay;

/**
 * Does what standing instructions ask for when notices arrive. The number of statements does not
 * depend on how many organisations have one.
 */
@ApplicationScoped
public class ApplyInstructions implements EventHandler {

  private final EventDataReader reader;
  private final InstructionMatches matches;
  private final ForwardAutomatically forwarding;
  private final Clock clock;

  ApplyInstructions(
      EventDataReader reader,
      InstructionMatches matches,
      ForwardAutomatically forwarding,
      Clock clock) {
    this.reader = reader;
    this.matches = matches;
    this.forwarding = forwarding;
    this.clock = clock;
  }

  @Override
  public boolean concerns(String type) {
    return type.equals(EventType.DELIVERY_ARRIVED.wireName());
  }

  @Override
  public void handle(List<EventEnvelope> events) {
    List<Arrived> arrived =
        events.stream().filter(event -> concerns(event.type())).map(this::read).toList();
    if (arrived.isEmpty()) {
      return;
    }
    Collection<Match> chosen = choose(matches.of(arrived));
    Map<UUID, CoverTemplate> covers = matches.covers(chosen);
    LocalDate today = JapaneseDay.of(clock.instant());
    forwarding.forward(
        chosen.stream()
            .map(
                match ->
                    asked(match, Objects.requireNonNull(covers.get(match.instruction())), today))
            .toList());
  }

  /**
   * For each notice and organisation one: the most particular of those that take the notice, and of
   * several the oldest.
   *
   * @param found in the order of their age
   */
  static Collection<Match> choose(List<Match> found) {
    Map<String, Match> chosen = new LinkedHashMap<>();
    for (Match match : found) {
      if (match.selection().takes(match.paper())) {
        chosen.merge(
            match.notice() + "/" + match.organization(),
            match,
            (a, b) -> b.selection().particularity() > a.selection().particularity() ? b : a);
      }
    }
    return chosen.values();
  }

  private static AutomaticForwarding asked(Match match, CoverTemplate cover, LocalDate today) {
    Letter letter = cover.fill(match.paper(), match.dueOn(), today);
    return new AutomaticForwarding(
        match.notice(),
        match.organization(),
        match.event(),
        match.instruction(),
        cover.paperKind(),
        letter.title(),
        letter.text(),
        letter.dueOn(),
        cover.allowance());
  }

  private Arrived read(EventEnvelope event) {
    DeliveryArrived data = reader.read(event, DeliveryArrived.class);
    return new Arrived(data.noticeId(), data.organization(), event.id(), event.recordedTime());
  }
}
