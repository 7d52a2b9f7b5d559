package org.todoke.notice.path;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.Rows;

/**
 * Brings a notice along its ways: the facts that a path is read from, at moments of one's choice.
 */
record Hops(UUID notice) {

  /** It comes to somebody over the inbox. */
  void arrives(String organization, String from, Instant at) {
    Rows.change(
        """
        insert into arrival (notice_id, organization, from_organization, channel, time,
          recorded_time, recorded_by)
        values (?, ?, ?, 'inbox', ?::timestamptz, ?::timestamptz, ?)
        """,
        notice,
        organization,
        from,
        at.toString(),
        at.toString(),
        from);
    Rows.change(
        """
        update delivery set reached_at = least(reached_at, ?::timestamptz),
          excused_reason = nullif(excused_reason, 'omitted'), excused_at = null, excused_by = null
        where notice_id = ? and organization = ?
        """,
        at.toString(),
        notice,
        organization);
  }

  void acknowledges(String organization, Instant at) {
    Rows.change(
        "update delivery set acknowledged_at = ?::timestamptz where notice_id = ? and organization = ?",
        at.toString(),
        notice,
        organization);
  }

  /** To some over the inbox, where it arrives at once; others are left out with a reason. */
  void forwards(String organization, Instant at, List<String> to, Map<String, String> omitted) {
    passesOn(organization, at);
    for (String child : to) {
      child(organization, child, "addressed", "inbox", null);
      arrives(child, organization, at);
    }
    omitted.forEach(
        (child, reason) -> {
          child(organization, child, "omitted", null, reason);
          excuse(child, "omitted", organization, at);
        });
  }

  /** By FAX, and nobody has said yet that it came. */
  void faxes(String organization, Instant at, String to) {
    passesOn(organization, at);
    child(organization, to, "addressed", "fax", null);
  }

  void excuse(String organization, String reason, String by, Instant at) {
    Rows.change(
        """
        update delivery set excused_reason = ?, excused_by = ?, excused_at = ?::timestamptz
        where notice_id = ? and organization = ? and reached_at is null
        """,
        reason,
        by,
        at.toString(),
        notice,
        organization);
  }

  private void passesOn(String organization, Instant at) {
    Rows.change(
        "update delivery set forwarded_at = ?::timestamptz where notice_id = ? and organization = ?",
        at.toString(),
        notice,
        organization);
  }

  private void child(
      String organization,
      String child,
      String disposition,
      @Nullable String channel,
      @Nullable String reason) {
    Rows.change(
        """
        insert into forwarding_child (notice_id, organization, child, disposition, channel, reason)
        values (?, ?, ?, ?, ?, ?)
        """,
        notice,
        organization,
        child,
        disposition,
        channel,
        reason);
  }
}
