package org.todoke.checklist.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.todoke.checklist.assignment.Assignment;

/** The answers of each assignment; reached only through an assignment that the caller may see. */
@ApplicationScoped
class Submissions implements PanacheRepositoryBase<Submission, UUID> {

  private final EntityManager entities;

  Submissions(EntityManager entities) {
    this.entities = entities;
  }

  Submission of(Assignment assignment) {
    return findByIdOptional(assignment.id()).orElseGet(() -> Submission.notStarted(assignment));
  }

  Optional<SubmissionRevision> revision(Assignment assignment, int revision) {
    return Optional.ofNullable(
        entities.find(
            SubmissionRevision.class, new SubmissionRevision.Key(assignment.id(), revision)));
  }

  /** The last completed one. */
  Optional<SubmissionRevision> present(Submission submission, Assignment assignment) {
    return submission.isCompleted()
        ? revision(assignment, submission.revision())
        : Optional.empty();
  }

  List<SubmissionRevision> revisionsAfter(Assignment assignment, int revision, int rows) {
    return entities
        .createQuery(
            "from SubmissionRevision where key.assignmentId = ?1 and key.revision > ?2"
                + " order by key.revision",
            SubmissionRevision.class)
        .setParameter(1, assignment.id())
        .setParameter(2, revision)
        .setMaxResults(rows)
        .getResultList();
  }

  void add(SubmissionRevision revision) {
    entities.persist(revision);
  }
}
