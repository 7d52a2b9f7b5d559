package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.delivery.DeliveryView.ArrivalView;

/** The routes of one delivery, with the cover letters that the reader may read. */
@ApplicationScoped
class ReadArrivals {

  private final EntityManager em;
  private final CoverLetters coverLetters;

  ReadArrivals(EntityManager em, CoverLetters coverLetters) {
    this.em = em;
    this.coverLetters = coverLetters;
  }

  /** Of a delivery that the reader was found to be allowed to see; the earliest first. */
  @SuppressWarnings("unchecked")
  List<ArrivalView> of(UUID noticeId, OrganizationCode organization, OrganizationCode reader) {
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select a.from_organization, o.name, a.channel, a.time, a.recorded_time,
                  a.recorded_by, a.due_on, a.note, a.letters
                from arrival a left join organization o on o.code = a.from_organization
                where a.notice_id = :notice and a.organization = :organization
                order by a.time, a.recorded_time, a.from_organization
                """,
                Object[].class)
            .setParameter("notice", noticeId)
            .setParameter("organization", organization.value())
            .getResultList();
    Set<UUID> mentioned = new LinkedHashSet<>();
    rows.forEach(row -> mentioned.addAll(letters(row)));
    Map<UUID, CoverLetterView> readable = coverLetters.readable(noticeId, mentioned, reader);
    var arrivals = new ArrayList<ArrivalView>();
    for (Object[] row : rows) {
      arrivals.add(
          new ArrivalView(
              OrganizationCode.of((String) row[0]),
              (String) row[1],
              WireNames.channel((String) row[2]),
              Objects.requireNonNull(DeliveryRows.instant(row[3])),
              Objects.requireNonNull(DeliveryRows.instant(row[4])),
              OrganizationCode.of((String) row[5]),
              DeliveryRows.date(row[6]),
              (String) row[7],
              letters(row).stream()
                  .map(readable::get)
                  .filter(Objects::nonNull)
                  .map(Objects::requireNonNull)
                  .toList()));
    }
    return arrivals;
  }

  private static List<UUID> letters(Object[] row) {
    return Arrays.asList((UUID[]) row[8]);
  }
}
