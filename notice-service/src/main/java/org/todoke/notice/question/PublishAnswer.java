package org.todoke.notice.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.AnswerPublished;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standing;
import org.todoke.notice.place.Standings;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/**
 * Answers for all who need them: of an issuer for everybody who has the notice, of the author of a
 * letter for those who hold it, or for a node with those below it.
 */
@ApplicationScoped
public class PublishAnswer {

  static final int MAX_PER_AUTHOR = 200;

  private static final String FOR_THE_READER =
      """
      from published_answer p where p.notice_id = :notice and (
        p.author = :reader
        or (p.cover_letter_id is null or exists (select from arrival a
            where a.notice_id = p.notice_id and a.organization = :reader
              and p.cover_letter_id = any(a.letters)))
          and (p.below is null or :issuer or exists (select from delivery d
            where d.notice_id = p.notice_id and d.organization = :reader
              and (p.below in (d.organization, d.prefecture, d.municipality, d.corporation)
                or exists (select from corporation_place c where c.notice_id = d.notice_id
                  and c.corporation = d.organization and p.below in (c.prefecture, c.municipality))))))
      """;

  private static final String ADD =
      """
      insert into published_answer (id, notice_id, author, cover_letter_id, question_body,
        answer_body, below, published_at)
      values (uuidv7(), :notice, :author, cast(:letter as uuid), :question, :answer,
        cast(:below as text), :now)
      returning id
      """;

  private final EntityManager em;
  private final Standings standings;
  private final QuestionEvents events;
  private final Clock clock;

  PublishAnswer(EntityManager em, Standings standings, QuestionEvents events, Clock clock) {
    this.em = em;
    this.standings = standings;
    this.events = events;
    this.clock = clock;
  }

  /**
   * @throws Refusal (forbidden) {@code answer.only-the-writer} for those who wrote neither the
   *     notice nor a letter round it
   */
  @Transactional
  public AnswerView publish(UUID notice, AnswerForm form, Actor actor) {
    Standing standing = standings.of(notice, actor.organization());
    Checks checks = new Checks();
    String question = checks.required("/question", form.question(), Ask.MAX_TEXT);
    String answer = checks.required("/answer", form.answer(), Ask.MAX_TEXT);
    UUID letter = checks.id("/coverLetterId", form.coverLetterId()).orElse(null);
    Optional<OrganizationCode> below =
        form.below() == null ? Optional.empty() : checks.code("/below", form.below());
    below.ifPresent(node -> requireInside(notice, node, standing, checks));
    if (letter != null && !isOwnLetter(notice, letter, actor.organization())) {
      checks.add("/coverLetterId", "question.letter-unknown");
    }
    if (letter == null && !standing.issuer()) {
      throw Refusal.forbidden("answer.only-the-writer");
    }
    checks.refuseIfAny();
    lockPublishing(notice, actor.organization());
    if (count(notice, actor.organization()) >= MAX_PER_AUTHOR) {
      throw Refusal.conflict("answer.too-many", MAX_PER_AUTHOR);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    OrganizationCode node = below.orElse(null);
    UUID id =
        (UUID)
            em.createNativeQuery(ADD, UUID.class)
                .setParameter("notice", notice)
                .setParameter("author", actor.organization().value())
                .setParameter("letter", letter)
                .setParameter("question", question)
                .setParameter("answer", answer)
                .setParameter("below", node == null ? null : node.value())
                .setParameter("now", now)
                .getSingleResult();
    events.tell(
        EventType.ANSWER_PUBLISHED,
        id,
        1,
        notice,
        now,
        new AnswerPublished(id, notice, actor.organization(), letter, node));
    return new AnswerView(id, notice, actor.organization(), letter, question, answer, node, now);
  }

  /** Those that are for the caller, the oldest first. */
  @Transactional
  public Page<AnswerView> of(UUID notice, Actor reader, PageRequest page) {
    Standing standing = standings.of(notice, reader.organization());
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select p.id, p.author, p.cover_letter_id, p.question_body, p.answer_body, p.below,
                  p.published_at
                """
                    + FOR_THE_READER
                    + """
                       and (cast(:after as uuid) is null or p.id > cast(:after as uuid))
                      order by p.id
                      """,
                Object[].class)
            .setParameter("notice", notice)
            .setParameter("reader", reader.organization().value())
            .setParameter("issuer", standing.issuer())
            .setParameter("after", page.after(UUID::fromString))
            .setMaxResults(page.rowsToRead())
            .getResultList();
    return Page.of(
        rows.stream().map(row -> view(row, notice)).toList(),
        page.limit(),
        answer -> answer.id().toString());
  }

  private static AnswerView view(Object[] row, UUID notice) {
    return new AnswerView(
        (UUID) row[0],
        notice,
        OrganizationCode.of((String) row[1]),
        (UUID) row[2],
        (String) row[3],
        (String) row[4],
        row[5] == null ? null : OrganizationCode.of((String) row[5]),
        (Instant) row[6]);
  }

  /** The node has to be one that the caller may see: itself, or below it. */
  private void requireInside(UUID notice, OrganizationCode node, Standing standing, Checks checks) {
    var query =
        em.createNativeQuery(
                "select count(*) from delivery d where d.notice_id = :notice"
                    + " and d.organization = :node and "
                    + standing.visible("d"),
                Long.class)
            .setParameter("notice", notice)
            .setParameter("node", node.value());
    if (standing.usesViewer()) {
      query.setParameter("viewer", standing.organization().value());
    }
    if ((Long) query.getSingleResult() == 0) {
      checks.add("/below", "answer.node-unknown", node.value());
    }
  }

  private boolean isOwnLetter(UUID notice, @Nullable UUID letter, OrganizationCode author) {
    return (Long)
            em.createNativeQuery(
                    """
                    select count(*) from cover_letter c where c.id = :letter
                      and c.notice_id = :notice and c.organization = :author
                    """,
                    Long.class)
                .setParameter("letter", letter)
                .setParameter("notice", notice)
                .setParameter("author", author.value())
                .getSingleResult()
        > 0;
  }

  private void lockPublishing(UUID notice, OrganizationCode author) {
    em.createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended("
                + "'todoke.answer ' || cast(:notice as text) || ' ' || :author, 0))",
            Integer.class)
        .setParameter("notice", notice)
        .setParameter("author", author.value())
        .getSingleResult();
  }

  private long count(UUID notice, OrganizationCode author) {
    return (Long)
        em.createNativeQuery(
                """
                select count(*) from published_answer p
                where p.notice_id = :notice and p.author = :author
                """,
                Long.class)
            .setParameter("notice", notice)
            .setParameter("author", author.value())
            .getSingleResult();
  }
}
