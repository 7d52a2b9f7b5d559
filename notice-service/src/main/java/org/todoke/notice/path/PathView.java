package org.todoke.notice.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * The hops of a notice to one organisation, line by line, and the links that are missing.
 *
 * @param lines each from the top down to the organisation itself
 * @param missingLinks empty for whoever has the notice, and for whoever is excused
 */
public record PathView(
    UUID noticeId,
    OrganizationCode organization,
    Instant asOf,
    List<LineView> lines,
    List<MissingLink> missingLinks) {

  /** By place, or by who runs it. */
  public enum Line {
    @JsonProperty("jurisdiction")
    JURISDICTION,
    @JsonProperty("operator")
    OPERATOR
  }

  /** One line from the top down. */
  public record LineView(Line line, List<Hop> hops) {}

  /**
   * A station of a line.
   *
   * @param reachedAt for the issuer, when it issued the notice
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Hop(
      OrganizationCode organization,
      @Nullable String name,
      @Nullable OrganizationKind kind,
      List<Arrival> arrivals,
      @Nullable Instant reachedAt,
      @Nullable Instant acknowledgedAt,
      @Nullable Instant forwardedAt,
      @Nullable Instant finalizedAt,
      @Nullable Excuse excused) {}

  /**
   * One route to a station.
   *
   * @param from absent if the sender is none of the caller's business
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Arrival(
      @Nullable OrganizationCode from, Channel channel, Instant time, Instant recordedTime) {}

  /** Why a station need not have it; {@code by} is absent for the suite itself. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Excuse(ExcuseReason reason, Instant at, @Nullable OrganizationCode by) {}

  /**
   * Who holds the notice up.
   *
   * @param why what it has not done
   * @param concerning whom it left out, or who has not confirmed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MissingLink(
      Line line,
      OrganizationCode organization,
      @Nullable String name,
      Instant since,
      Why why,
      @Nullable OrganizationCode concerning,
      @Nullable OrganizationCode omittedBy,
      @Nullable String reason,
      @Nullable Channel channel) {}

  /** What the holder has not done. */
  public enum Why {
    /** It has the notice, and has not forwarded it. */
    @JsonProperty("not-forwarded")
    NOT_FORWARDED,
    /** It forwarded it, but to nobody on this way. */
    @JsonProperty("not-addressed")
    NOT_ADDRESSED,
    /** It left somebody on this way out, with a reason. */
    @JsonProperty("omitted")
    OMITTED,
    /** It sent it by other means, and nobody has recorded that it arrived. */
    @JsonProperty("not-confirmed")
    NOT_CONFIRMED,
    /** It was taken out itself before it passed it on. */
    @JsonProperty("excused")
    EXCUSED
  }
}
