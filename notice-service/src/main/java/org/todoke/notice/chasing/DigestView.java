package org.todoke.notice.chasing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.DeadlineClock;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.Duty;
import org.todoke.web.Page;

/**
 * What one organisation was told on one day: of all that itself is late with, or soon will be
 * (reminder), or of all below it who are late (escalation).
 *
 * @param items the first of them in a list, and the page asked for where one is asked for
 */
@Schema(name = "Digest")
public record DigestView(UUID id, LocalDate day, int itemCount, Page<Item> items) {

  /**
   * @param rung of a reminder the office days from {@code dueOn}, below zero before it; of an
   *     escalation 1 for the sender of the paper, 2 for the issuer
   * @param doneOn since then, or before it was read
   * @param excused since then
   */
  @Schema(name = "DigestItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Item(
      UUID noticeId,
      String title,
      OrganizationCode organization,
      @Nullable String name,
      OrganizationKind tier,
      Duty duty,
      LocalDate dueOn,
      DeadlineClock clock,
      int rung,
      @Nullable LocalDate doneOn,
      boolean excused) {}
}
