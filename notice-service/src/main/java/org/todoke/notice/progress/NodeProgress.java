package org.todoke.notice.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/**
 * How far a notice has got below a node, tier by tier.
 *
 * @param within the area that the figures are limited to, where the caller sees only its part of a
 *     corporation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NodeProgress(
    UUID noticeId,
    Usage usage,
    Node node,
    @Nullable OrganizationCode within,
    Instant asOf,
    List<TierProgress> tiers) {

  /**
   * A place to look down from.
   *
   * @param code of an organisation, or {@code jp}
   * @param kind none for the nation, and for a code that the directory does not know
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Node(String code, @Nullable OrganizationKind kind, @Nullable String name) {

    /** The code of the nation. */
    public static final String NATION = "jp";

    static Node nation() {
      return new Node(NATION, null, "全国");
    }
  }
}
