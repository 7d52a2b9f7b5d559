package org.todoke.notice.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.question.QuestionView.Reply;

/** The statements on questions; each finds those only in which the reader has a side. */
@ApplicationScoped
class QuestionTable {

  /** An issuer has all that was asked about the notice itself. */
  private static final String OURS =
      """
      from question q where q.notice_id = :notice
        and (:reader in (q.asker, q.addressee) or q.cover_letter_id is null and exists (
          select from notice_issuer i where i.notice_id = q.notice_id and i.organization = :reader))
      """;

  private static final String COLUMNS =
      "select q.id, q.notice_id, q.asker, q.addressee, q.cover_letter_id, q.body, q.asked_at ";

  private final EntityManager em;

  QuestionTable(EntityManager em) {
    this.em = em;
  }

  /** A question without its replies. */
  record Question(
      UUID id,
      UUID notice,
      OrganizationCode asker,
      OrganizationCode addressee,
      @Nullable UUID letter,
      String text,
      Instant askedAt) {

    boolean isAskedBy(OrganizationCode organization) {
      return asker.equals(organization);
    }
  }

  UUID add(
      UUID notice,
      OrganizationCode asker,
      OrganizationCode addressee,
      @Nullable UUID letter,
      String text,
      Instant now) {
    return (UUID)
        em.createNativeQuery(
                """
                insert into question (id, notice_id, asker, addressee, cover_letter_id, body,
                  asked_at)
                values (uuidv7(), :notice, :asker, :addressee, cast(:letter as uuid), :text, :now)
                returning id
                """,
                UUID.class)
            .setParameter("notice", notice)
            .setParameter("asker", asker.value())
            .setParameter("addressee", addressee.value())
            .setParameter("letter", letter)
            .setParameter("text", text)
            .setParameter("now", now)
            .getSingleResult();
  }

  long askedBy(UUID notice, OrganizationCode asker) {
    return (Long)
        em.createNativeQuery(
                "select count(*) from question q where q.notice_id = :notice and q.asker = :asker",
                Long.class)
            .setParameter("notice", notice)
            .setParameter("asker", asker.value())
            .getSingleResult();
  }

  Optional<Question> find(UUID notice, UUID id, OrganizationCode reader) {
    return questions(
            bind(em.createNativeQuery(COLUMNS + OURS + " and q.id = :id", Object[].class), notice)
                .setParameter("id", id)
                .setParameter("reader", reader.value()))
        .stream()
        .findFirst();
  }

  /** The oldest first. */
  List<Question> of(UUID notice, OrganizationCode reader, @Nullable UUID after, int rows) {
    return questions(
        bind(
                em.createNativeQuery(
                    COLUMNS
                        + OURS
                        + """
                           and (cast(:after as uuid) is null or q.id > cast(:after as uuid))
                          order by q.id
                          """,
                    Object[].class),
                notice)
            .setParameter("reader", reader.value())
            .setParameter("after", after)
            .setMaxResults(rows));
  }

  /** Locks the question by it, so that its events are in order. */
  long nextEvent(UUID id) {
    return (Long)
        em.createNativeQuery(
                "update question set seq = seq + 1 where id = :id returning seq", Long.class)
            .setParameter("id", id)
            .getSingleResult();
  }

  void reply(UUID question, OrganizationCode author, String text, Instant now) {
    em.createNativeQuery(
            """
            insert into question_reply (id, question_id, author, body, written_at)
            values (uuidv7(), :question, :author, :text, :now)
            """)
        .setParameter("question", question)
        .setParameter("author", author.value())
        .setParameter("text", text)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** By question, the oldest first. */
  @SuppressWarnings("unchecked")
  Map<UUID, List<Reply>> replies(List<Question> questions) {
    if (questions.isEmpty()) {
      return new HashMap<>();
    }
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select r.question_id, r.id, r.author, r.body, r.written_at from question_reply r
                where r.question_id = any(:ids) order by r.id
                """,
                Object[].class)
            .setParameter("ids", questions.stream().map(Question::id).toArray(UUID[]::new))
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0],
                Collectors.mapping(
                    row ->
                        new Reply(
                            (UUID) row[1],
                            OrganizationCode.of((String) row[2]),
                            (String) row[3],
                            (Instant) row[4]),
                    Collectors.toList())));
  }

  @SuppressWarnings("unchecked")
  private static List<Question> questions(Query query) {
    List<Object[]> rows = query.getResultList();
    return rows.stream()
        .map(
            row ->
                new Question(
                    (UUID) row[0],
                    (UUID) row[1],
                    OrganizationCode.of((String) row[2]),
                    OrganizationCode.of((String) row[3]),
                    (UUID) row[4],
                    (String) row[5],
                    (Instant) row[6]))
        .toList();
  }

  private static Query bind(Query query, UUID notice) {
    return query.setParameter("notice", notice);
  }
}
