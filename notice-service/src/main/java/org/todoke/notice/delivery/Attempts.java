package org.todoke.notice.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/** The attempts about a delivery, each with its state, as its row carries them along. */
final class Attempts {

  /** JSON, the earliest first; null where there are none. */
  static final String COLUMN =
      """
      (select cast(json_agg(json_build_object('id', a.attempt_id, 'channel', a.channel,
          'state', a.state, 'since', a.since, 'time', a.time, 'recordedTime', a.recorded_time,
          'by', nullif(a.actor, 'system'), 'reason', a.reason)
          order by a.since, a.attempt_id) as text)
        from delivery_attempt a
        where a.notice_id = d.notice_id and a.organization = d.organization)
      """;

  private Attempts() {}

  /** One of them as it is stored. */
  record Stored(
      UUID id,
      Channel channel,
      AttemptState state,
      Instant since,
      Instant time,
      Instant recordedTime,
      @Nullable OrganizationCode by,
      @Nullable AttemptFailure reason) {

    /**
     * @param delivery about which it is, as the reader sees it
     * @param underway whether anything can be done about the notice
     */
    AttemptView view(DeliveryView delivery, boolean underway, Actor reader) {
      boolean read =
          delivery.acknowledgedAt() != null
              && (state == AttemptState.SENT || state == AttemptState.DELIVERED);
      boolean records =
          underway
              && AttemptRules.RECORDED.contains(channel)
              && !reader.organization().equals(delivery.organization())
              && (reader.has(Role.FORWARDER) || reader.has(Role.ISSUER));
      return new AttemptView(
          id,
          channel,
          read ? AttemptState.READ : state,
          since,
          time,
          recordedTime,
          by,
          reason,
          records
              ? AttemptRules.next(state).stream().map(AttemptState::wireName).toList()
              : List.of());
    }
  }
}
