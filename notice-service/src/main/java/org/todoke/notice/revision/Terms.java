package org.todoke.notice.revision;

import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.CarriedAnswer;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.deadline.TierDates;

/**
 * On which terms a later version takes over from a former one.
 *
 * @param issuer who leads both
 * @param acknowledgements whether it still counts who has said that somebody deals with it
 * @param forwardings whether those who passed the former on have nothing more to pass on
 * @param answer what becomes of answers; null where either version asks for none
 * @param dates those of the later version
 * @param formerDates those of the former: what is earlier was set by somebody on the way
 * @param asked the tiers of which the later version asks something
 */
public record Terms(
    UUID notice,
    UUID former,
    OrganizationCode issuer,
    boolean acknowledgements,
    boolean forwardings,
    @Nullable CarriedAnswer answer,
    TierDates dates,
    TierDates formerDates,
    List<OrganizationKind> asked,
    List<UUID> checklists) {

  /**
   * What a notice wants, as the statements that write deliveries name it.
   *
   * @param asked the tiers of which something is asked
   * @param checklists all that are to be answered, in the order of the paper
   */
  public static Query bind(
      Query query, TierDates dates, List<OrganizationKind> asked, List<UUID> checklists) {
    return query
        .setParameter("dueOn", dates.earliest())
        .setParameter("dueByTier", dates.byTierJson())
        .setParameter(
            "asked", asked.stream().map(OrganizationKind::wireName).toArray(String[]::new))
        .setParameter("checklist", checklists.isEmpty() ? null : checklists.get(0))
        .setParameter(
            "moreChecklists",
            checklists.size() < 2
                ? null
                : checklists.subList(1, checklists.size()).toArray(UUID[]::new));
  }
}
