package org.todoke.registry.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.OrganizationSnapshot;
import org.todoke.registry.importing.run.ErasedRows;

/**
 * Every place in which the registry holds something of an organisation beside its own row, and what
 * becomes of it there. Whoever adds a table that holds names or contacts adds it here; the test of
 * the erasure looks for the words of the organisation in every column of every table.
 */
@ApplicationScoped
class Contents {

  /** What it was called and where it was is gone; from when to when it was there at all stays. */
  private static final List<String> BLANKED =
      List.of(
          """
          update organization set search_key = '', search = '', listing_since = null
           where code = :code""",
          """
          update organization_history
             set name = :erased, name_kana = null, services = '{}', address = null,
                 building = null, latitude = null, longitude = null, ward = null, listing = null
           where organization = :code""",
          """
          update establishment_service s
             set name = :erased, name_kana = null, capacity = null, days = '{}', days_note = null,
                 url = null, extras = null, municipality = null, ward = null, address = null,
                 building = null, latitude = null, longitude = null, corporation = null,
                 corporation_name = null, search_key = null,
                 valid_to = coalesce(s.valid_to, greatest(s.valid_from - 1, o.valid_to))
            from organization o
           where s.establishment = :code and o.code = s.establishment""",
          // Of a corporation: as lists spelled it at the establishments that it ran.
          """
          update establishment_service set corporation_name = null
           where corporation = :code and corporation_name is not null""");

  private static final List<String> DELETED =
      List.of(
          "delete from name_variant where organization = :code",
          "delete from suspected_pair where first_code = :code or second_code = :code",
          "delete from proposal where organization = :code",
          "delete from contact where organization = :code",
          // The answers that are kept for those who ask again say what was entered.
          """
          delete from idempotency_key
           where location = '/v1/organizations/' || :code
              or starts_with(location, '/v1/organizations/' || :code || '/')
              or strpos(body, '"organization":"' || :code || '"') > 0""");

  private final EntityManager entityManager;
  private final ErasedRows rows;

  Contents(EntityManager entityManager, ErasedRows rows) {
    this.entityManager = entityManager;
    this.rows = rows;
  }

  /** Needs a transaction that sees every row. */
  @Transactional(Transactional.TxType.MANDATORY)
  void forget(OrganizationCode code) {
    for (String statement : BLANKED) {
      Query query = entityManager.createNativeQuery(statement).setParameter("code", code.value());
      if (statement.contains(":erased")) {
        query.setParameter("erased", OrganizationSnapshot.NAME_OF_ERASED);
      }
      query.executeUpdate();
    }
    for (String statement : DELETED) {
      entityManager.createNativeQuery(statement).setParameter("code", code.value()).executeUpdate();
    }
    rows.forget(code);
  }
}
