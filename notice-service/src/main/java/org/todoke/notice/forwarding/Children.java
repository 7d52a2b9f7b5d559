package org.todoke.notice.forwarding;

import java.util.List;
import java.util.stream.Collectors;
import org.todoke.contracts.OrganizationKind;

/**
 * Who has to be accounted for when somebody passes a notice on. Everybody of the audience is
 * somebody's child: the next above it in the audience, in the operator line before the jurisdiction
 * line. So an establishment whose corporation nobody knows is its municipality's.
 */
final class Children {

  private static final List<OrganizationKind> FORWARDERS =
      List.of(
          OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY, OrganizationKind.CORPORATION);

  private Children() {}

  /**
   * The same for many forwarders: a query for the codes below one of them.
   *
   * @param forwarder alias of a row with notice_id, organization and tier
   */
  static String ofRow(String forwarder) {
    return FORWARDERS.stream()
        .map(
            kind ->
                "select k.organization from ("
                    + of(kind)
                        .replace(":notice", forwarder + ".notice_id")
                        .replace(":forwarder", forwarder + ".organization")
                    + ") k where %s.tier = '%s'".formatted(forwarder, kind.wireName()))
        .collect(Collectors.joining(" union all "));
  }

  /** A query for their codes, with {@code :notice} and {@code :forwarder}. */
  static String of(OrganizationKind forwarder) {
    return switch (forwarder) {
      case PREFECTURE ->
          """
          select d.organization from delivery d
          where d.notice_id = :notice and d.prefecture = :forwarder
            and d.tier in ('municipality', 'union', 'association')
          union all
          select d.organization from delivery d
          where d.notice_id = :notice and d.prefecture = :forwarder and d.tier = 'establishment'
            and not exists (select from delivery c
              where c.notice_id = d.notice_id and c.organization = d.corporation)
            and not exists (select from delivery m
              where m.notice_id = d.notice_id and m.organization = d.municipality)
          union all
          select p.corporation from corporation_place p
          left join delivery m on m.notice_id = p.notice_id and m.organization = p.municipality
          where p.notice_id = :notice and p.prefecture = :forwarder
          group by p.corporation having count(m.organization) = 0
          """;
      case MUNICIPALITY ->
          """
          select p.corporation as organization from corporation_place p
          where p.notice_id = :notice and p.municipality = :forwarder
          union all
          select d.organization from delivery d
          where d.notice_id = :notice and d.municipality = :forwarder and d.tier = 'establishment'
            and not exists (select from delivery c
              where c.notice_id = d.notice_id and c.organization = d.corporation)
          """;
      case CORPORATION ->
          """
          select d.organization from delivery d
          where d.notice_id = :notice and d.corporation = :forwarder
          """;
      case MINISTRY, DIVISION, UNION, ASSOCIATION, ESTABLISHMENT ->
          throw new IllegalArgumentException("passes nothing on: " + forwarder);
    };
  }
}
