package org.todoke.checklist.assignment;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.contracts.EventType;
import org.todoke.testing.TopicWriter;

/** What notice-service tells of notices that have a later version, an end, or another date. */
final class Later {

  static final Instant TIME = Instant.parse("2013-07-19T00:00:00Z");

  private Later() {}

  /** The delivery takes the place of that of the same establishment of a former notice. */
  static CloudEvent carriedOver(Arrival later, UUID formerNotice, String answer) {
    return delivery(
        EventType.DELIVERY_CARRIED_OVER,
        later,
        later.sequence() + 1,
        """
        {"noticeId":"%s","organization":"%s","tier":"establishment","formerNoticeId":"%s","by":"%s",
         "acknowledged":true,"rejected":false,"forwarded":false,"answer":"%s"}
        """
            .formatted(
                later.noticeId(), later.establishment(), formerNotice, Org.MINISTRY, answer));
  }

  static CloudEvent dueChanged(Arrival of, long sequence, String former, String present) {
    return delivery(
        EventType.DELIVERY_DUE_CHANGED,
        of,
        sequence,
        """
        {"noticeId":"%s","organization":"%s","tier":"establishment","formerDueOn":"%s","dueOn":"%s",
         "by":"%s","extendedBy":"%s"}
        """
            .formatted(
                of.noticeId(),
                of.establishment(),
                former,
                present,
                Org.MINISTRY,
                UUID.randomUUID()));
  }

  /** {@code notice.closed} or {@code notice.cancelled}. */
  static CloudEvent ended(EventType type, UUID notice) {
    return notice(
        type,
        notice,
        "{\"noticeId\":\"%s\",\"usage\":\"actual\",\"by\":\"%s\"}".formatted(notice, Org.MINISTRY));
  }

  static CloudEvent superseded(UUID notice, UUID by) {
    return notice(
        EventType.NOTICE_SUPERSEDED,
        notice,
        """
        {"noticeId":"%s","usage":"actual","by":"%s","supersededBy":"%s","relation":"corrects"}
        """
            .formatted(notice, Org.MINISTRY, by));
  }

  private static CloudEvent notice(EventType type, UUID notice, String data) {
    return at(TopicWriter.event(type, notice.toString(), notice.toString(), 2, data));
  }

  private static CloudEvent delivery(EventType type, Arrival of, long sequence, String data) {
    return at(
        TopicWriter.event(
            type,
            of.noticeId() + "/" + of.establishment(),
            of.noticeId().toString(),
            sequence,
            data));
  }

  private static CloudEvent at(CloudEvent event) {
    return CloudEventBuilder.from(event).withTime(TIME.atOffset(ZoneOffset.UTC)).build();
  }
}
