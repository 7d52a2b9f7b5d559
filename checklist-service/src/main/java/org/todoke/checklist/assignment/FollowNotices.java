package org.todoke.checklist.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.EventReader;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.NoticeEnded;
import org.todoke.contracts.event.NoticeSuperseded;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;

/**
 * Takes no further answer to a notice that is over. The first assignments are closed with the news
 * itself; where there are very many, {@link FinishEnds} closes the others.
 */
@ApplicationScoped
public class FollowNotices implements EventHandler {

  private final EventReader reader;
  private final CloseEnded ends;

  FollowNotices(EventReader reader, CloseEnded ends) {
    this.reader = reader;
    this.ends = ends;
  }

  @Override
  public void handle(List<EventEnvelope> events) {
    List<CloseEnded.End> heard = new ArrayList<>();
    for (EventEnvelope event : events) {
      if (event.type().equals(EventType.NOTICE_CLOSED.wireName())) {
        heard.add(ended(event, ClosureReason.NOTICE_CLOSED));
      } else if (event.type().equals(EventType.NOTICE_CANCELLED.wireName())) {
        heard.add(ended(event, ClosureReason.NOTICE_CANCELLED));
      } else if (event.type().equals(EventType.NOTICE_SUPERSEDED.wireName())) {
        NoticeSuperseded data = reader.read(event, NoticeSuperseded.class);
        heard.add(end(event, data.noticeId(), ClosureReason.NOTICE_SUPERSEDED, data.by()));
      }
    }
    if (!heard.isEmpty()) {
      ends.keep(heard);
      ends.closeStretch(CloseEnded.STRETCH);
    }
  }

  private CloseEnded.End ended(EventEnvelope event, ClosureReason reason) {
    NoticeEnded data = reader.read(event, NoticeEnded.class);
    return end(event, data.noticeId(), reason, data.by());
  }

  private static CloseEnded.End end(
      EventEnvelope event, UUID notice, ClosureReason reason, OrganizationCode by) {
    return new CloseEnded.End(
        notice, reason.wireName(), by.value(), event.time().toString(), event.id());
  }
}
