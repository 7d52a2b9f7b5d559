package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.todoke.contracts.EventType;
import org.todoke.contracts.event.NoticeExtended;
import org.todoke.notice.deadline.TierDates;
import org.todoke.notice.revision.Companions;
import org.todoke.notice.revision.ExtendDates;
import org.todoke.web.Refusal;

/** What a notice does by going out to others of its issuer that it is about. */
@ApplicationScoped
class OtherNotices {

  private static final Logger LOG = Logger.getLogger(OtherNotices.class);

  private final NoticeRepository notices;
  private final NoticeEvents events;
  private final Companions companions;
  private final ExtendDates dates;

  OtherNotices(
      NoticeRepository notices, NoticeEvents events, Companions companions, ExtendDates dates) {
    this.notices = notices;
    this.events = events;
    this.companions = companions;
    this.dates = dates;
  }

  /**
   * Those that it is about, locked in one order, so that two notices about the same ones come one
   * after the other. What was true when the draft was written may have changed since.
   *
   * @throws Refusal (conflict) if one of them is over, or has a later date by now
   */
  Map<UUID, Notice> lock(Notice notice) {
    Map<UUID, Notice> locked = new TreeMap<>();
    relations(notice).stream()
        .map(relation -> Objects.requireNonNull(relation.target()))
        .distinct()
        .sorted()
        .forEach(
            id ->
                locked.put(
                    id,
                    notices
                        .lockLedBy(id, notice.leadIssuer())
                        .orElseThrow(() -> Refusal.conflict("relation.target-over"))));
    for (Relation relation : relations(notice)) {
      OwnNotice other = OwnNotice.of(locked.get(relation.target()));
      if (!other.stands(relation.kind())) {
        throw Refusal.conflict("relation.target-over");
      }
      LocalDate dueOn = relation.dueOn();
      if (dueOn != null && (other.dueOn() == null || !dueOn.isAfter(other.dueOn()))) {
        throw Refusal.conflict("relation.date-not-later", String.valueOf(other.dueOn()));
      }
    }
    return locked;
  }

  /**
   * @param issued the event by which the notice was issued
   */
  void change(Notice notice, Map<UUID, Notice> others, UUID issued, Instant now) {
    if (others.isEmpty()) {
      return;
    }
    companions.add(notice.id());
    for (Relation relation : relations(notice)) {
      if (relation.kind() == RelationKind.EXTENDS_DEADLINE) {
        extend(
            others.get(relation.target()),
            notice,
            Objects.requireNonNull(relation.dueOn()),
            issued,
            now);
      }
    }
  }

  private void extend(Notice other, Notice by, LocalDate later, UUID issued, Instant now) {
    LocalDate former = Objects.requireNonNull(other.dueOn());
    TierDates formerDates = other.demand().dates();
    long sequence = other.extendTo(later);
    notices.flush();
    UUID extended =
        events.say(
            other,
            new NoticeEvents.Said(
                EventType.NOTICE_EXTENDED,
                sequence,
                now,
                Map.of("extendedBy", by.id(), "formerDueOn", former, "dueOn", later),
                new NoticeExtended(
                    other.id(), other.usage(), other.leadIssuer(), by.id(), former, later),
                issued));
    int moved =
        dates.extend(
            new ExtendDates.Extension(other.id(), by.id(), other.leadIssuer(), formerDates, later),
            extended,
            now);
    LOG.infof("deadline extended: noticeId=%s by=%s moved=%d", other.id(), by.id(), moved);
  }

  private static List<Relation> relations(Notice notice) {
    return notice.relations().stream()
        .filter(relation -> relation.target() != null && relation.kind().changesTheOther())
        .toList();
  }
}
