package org.todoke.checklist.remediation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.assignment.Assignment;

/** Remediations; reached only through an assignment that the caller may see. */
@ApplicationScoped
class Remediations implements PanacheRepositoryBase<Remediation, UUID> {

  List<Remediation> unfinishedOf(Assignment assignment) {
    return list(
        "assignmentId = ?1 and state in ('open', 'in-progress') order by id", assignment.id());
  }
}
