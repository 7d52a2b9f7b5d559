package org.todoke.notice.timeline;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.todoke.contracts.OrganizationKind;

/**
 * How many organisations of a tier did what on one day in Japan, of those that the caller may see:
 * the caller itself and everybody below it. By the day on which it happened, whenever it was
 * entered. Each organisation counts once in each column, on its first arrival, acknowledgement and
 * so on; days on which nothing happened are left out.
 *
 * @param excused of those that are excused by now
 */
@Schema(name = "DayOfTier")
public record DayOfTier(
    LocalDate day,
    OrganizationKind tier,
    long arrived,
    long acknowledged,
    long forwarded,
    long answered,
    long excused) {}
