package org.todoke.registry.department;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** Departments in the database. */
@ApplicationScoped
class DepartmentRepository implements PanacheRepositoryBase<Department, UUID> {

  List<Department> list(
      OrganizationCode organization,
      @Nullable Duty duty,
      @Nullable DepartmentState state,
      @Nullable UUID after,
      int rows) {
    return getEntityManager()
        .createQuery(
            """
            from Department d where d.organization = :organization
               and (:duty is null or d.duty = :duty)
               and (:state is null or d.state = :state)
               and (:after is null or d.id > :after)
             order by d.id""",
            Department.class)
        .setParameter("organization", organization)
        .setParameter("duty", duty)
        .setParameter("state", state)
        .setParameter("after", after)
        .setMaxResults(rows)
        .getResultList();
  }

  Optional<Department> find(OrganizationCode organization, UUID id) {
    return findByIdOptional(id)
        .filter(department -> department.organization().equals(organization));
  }

  long countActive(OrganizationCode organization) {
    return count("organization = ?1 and state = ?2", organization, DepartmentState.ACTIVE);
  }

  /** Another active one with the same name and duty. */
  boolean existsAnother(OrganizationCode organization, String name, Duty duty, @Nullable UUID but) {
    return list(
            "organization = ?1 and name = ?2 and duty = ?3 and state = ?4",
            organization,
            name,
            duty,
            DepartmentState.ACTIVE)
        .stream()
        .anyMatch(department -> !department.id().equals(but));
  }

  /** Active contacts that name it. */
  long countContacts(UUID department) {
    return ((Number)
            getEntityManager()
                .createNativeQuery(
                    """
                    select count(*) from contact
                     where department_id = :department and state = 'active'""")
                .setParameter("department", department)
                .getSingleResult())
        .longValue();
  }

  List<DepartmentPeriod> history(UUID department, int rows) {
    Stream<?> periods =
        getEntityManager()
            .createNativeQuery(
                """
                select name, duty, valid_from, valid_to, recorded_at, recorded_by
                  from department_history where department = :department
                 order by version desc limit :rows""",
                Object[].class)
            .setParameter("department", department)
            .setParameter("rows", rows)
            .getResultStream();
    return periods.map(row -> DepartmentPeriod.of((Object[]) row)).toList();
  }

  /** Ends what was true until the day before, and writes what is true from a day on. */
  void record(Department department, LocalDate since, Instant now, OrganizationCode by) {
    flush();
    endHistory(department.id(), since.minusDays(1));
    getEntityManager()
        .createNativeQuery(
            """
            insert into department_history (
              department, version, name, duty, valid_from, recorded_at, recorded_by)
            select id, version, name, duty, :since, :now, :by from department where id = :id""")
        .setParameter("since", since)
        .setParameter("now", now)
        .setParameter("by", by.value())
        .setParameter("id", department.id())
        .executeUpdate();
  }

  void endHistory(UUID department, LocalDate lastDay) {
    getEntityManager()
        .createNativeQuery(
            """
            update department_history set valid_to = greatest(cast(:lastDay as date), valid_from - 1)
             where department = :department and valid_to is null""")
        .setParameter("lastDay", lastDay)
        .setParameter("department", department)
        .executeUpdate();
  }
}
