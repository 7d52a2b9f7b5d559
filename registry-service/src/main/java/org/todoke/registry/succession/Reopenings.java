package org.todoke.registry.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.Attributes;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.Journal;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.registry.organization.RegistrarAccess;
import org.todoke.registry.organization.Site;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** Takes a closed organisation up again that turns out to live on. The gap stays in its history. */
@ApplicationScoped
public class Reopenings {

  /**
   * What stands in the place of something that has closed in the meantime; null for what it was.
   */
  public record Lines(
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation) {}

  private final RegistrarAccess access;
  private final Journal journal;
  private final JapaneseToday today;

  Reopenings(RegistrarAccess access, Journal journal, JapaneseToday today) {
    this.access = access;
    this.journal = journal;
    this.today = today;
  }

  /**
   * Reopening what is active changes nothing.
   *
   * @param from the first day on which it exists again, after its last one; null for today
   */
  @Transactional
  public OrganizationView reopen(OrganizationCode code, @Nullable LocalDate from, Lines lines) {
    Organization organization = access.lockForChange(code);
    if (organization.isActive()) {
      return access.view(organization);
    }
    if (organization.isErased()) {
      throw Refusal.conflict("organization.erased", code);
    }
    LocalDate last = Objects.requireNonNull(organization.validTo());
    LocalDate since = firstDay(from, last);
    Attributes attributes =
        access.judge(code, organization.kind(), withLines(organization.attributes(), lines));
    access.requireWithinJurisdiction(organization.kind(), attributes);
    organization.reopen(attributes);
    journal.recordAndTell(organization, EventType.ORGANIZATION_CHANGED, since);
    return access.view(organization);
  }

  /** On its last day, it may be taken up again from the morrow. */
  private LocalDate firstDay(@Nullable LocalDate from, LocalDate last) {
    LocalDate earliest = last.plusDays(1);
    if (from == null) {
      return earliest.isAfter(today.date()) ? earliest : today.date();
    }
    if (from.isBefore(earliest)) {
      throw Refusal.invalid(Violation.at("/from", "organization.reopened-before-closed", last));
    }
    return from.equals(earliest) ? from : access.notInFuture("/from", from);
  }

  private static Attributes withLines(Attributes old, Lines lines) {
    boolean moves =
        lines.municipality() != null && !lines.municipality().equals(old.municipality());
    boolean hangsElsewhere = lines.parent() != null && !lines.parent().equals(old.parent());
    Site site = old.site();
    return new Attributes(
        old.name(),
        old.nameKana(),
        hangsElsewhere ? lines.parent() : old.parent(),
        moves || hangsElsewhere ? null : old.prefecture(),
        moves ? lines.municipality() : old.municipality(),
        lines.corporation() != null ? lines.corporation() : old.corporation(),
        old.services(),
        moves
            ? new Site(site.address(), site.building(), site.latitude(), site.longitude(), null)
            : site);
  }
}
