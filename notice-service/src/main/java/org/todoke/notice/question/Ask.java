package org.todoke.notice.question;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.QuestionAnswered;
import org.todoke.contracts.event.QuestionAsked;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Standings;
import org.todoke.notice.question.QuestionTable.Question;
import org.todoke.security.Actor;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;

/** Questions of those who have a paper, and what the two sides say. */
@ApplicationScoped
public class Ask {

  static final int MAX_TEXT = 4_000;
  static final int MAX_PER_ASKER = 20;
  static final int MAX_REPLIES = 50;

  /** A letter is asked about by those to whom it came. */
  private static final String ADDRESSEE =
      """
      select case when cast(:letter as uuid) is null
        then (select n.lead_issuer from notice n where n.id = :notice)
        else (select c.organization from cover_letter c
          where c.id = cast(:letter as uuid) and c.notice_id = :notice
            and exists (select from arrival a where a.notice_id = c.notice_id
              and a.organization = :asker and c.id = any(a.letters))) end
      """;

  private final EntityManager em;
  private final Standings standings;
  private final DeliveryRepository deliveries;
  private final QuestionTable questions;
  private final QuestionEvents events;
  private final Clock clock;

  Ask(
      EntityManager em,
      Standings standings,
      DeliveryRepository deliveries,
      QuestionTable questions,
      QuestionEvents events,
      Clock clock) {
    this.em = em;
    this.standings = standings;
    this.deliveries = deliveries;
    this.questions = questions;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public QuestionView ask(UUID notice, QuestionForm form, Actor actor) {
    OrganizationCode asker = actor.organization();
    // Locked, so that two at once cannot pass the bound together.
    deliveries.lockOwn(notice, asker);
    Checks checks = new Checks();
    String text = checks.required("/text", form.text(), MAX_TEXT);
    UUID letter = checks.id("/coverLetterId", form.coverLetterId()).orElse(null);
    String addressee = checks.isGood() ? addressee(notice, letter, asker) : "";
    if (addressee == null) {
      checks.add("/coverLetterId", "question.letter-unknown");
    }
    checks.refuseIfAny();
    if (questions.askedBy(notice, asker) >= MAX_PER_ASKER) {
      throw Refusal.conflict("question.too-many", MAX_PER_ASKER);
    }
    Instant now = now();
    OrganizationCode to = OrganizationCode.of(String.valueOf(addressee));
    UUID id = questions.add(notice, asker, to, letter, text, now);
    events.tell(
        EventType.QUESTION_ASKED, id, 1, notice, now, new QuestionAsked(id, notice, to, letter));
    return one(notice, id, actor);
  }

  /** The two sides take turns as they like; only what the other side says is an answer. */
  @Transactional
  public QuestionView reply(UUID notice, UUID id, ReplyForm form, Actor actor) {
    Question question = find(notice, id, actor);
    Checks checks = new Checks();
    String text = checks.required("/text", form.text(), MAX_TEXT);
    checks.refuseIfAny();
    boolean answers = !question.isAskedBy(actor.organization());
    long sequence = questions.nextEvent(id);
    if (view(List.of(question), actor).get(0).replies().size() >= MAX_REPLIES) {
      throw Refusal.conflict("question.too-many-replies", MAX_REPLIES);
    }
    Instant now = now();
    questions.reply(id, actor.organization(), text, now);
    events.tell(
        answers ? EventType.QUESTION_ANSWERED : EventType.QUESTION_ASKED,
        id,
        sequence,
        notice,
        now,
        answers
            ? new QuestionAnswered(id, notice, actor.organization())
            : new QuestionAsked(id, notice, question.addressee(), question.letter()));
    return one(notice, id, actor);
  }

  /**
   * @throws Refusal {@code question.not-found} for everybody who has no side in it
   */
  @Transactional
  public QuestionView one(UUID notice, UUID id, Actor reader) {
    return view(List.of(find(notice, id, reader)), reader).get(0);
  }

  /**
   * What the caller asked, and what it was asked, the oldest first.
   *
   * @throws Refusal {@code notice.not-found} for those who do not have it
   */
  @Transactional
  public Page<QuestionView> of(UUID notice, Actor reader, PageRequest page) {
    standings.of(notice, reader.organization());
    List<Question> found =
        questions.of(
            notice, reader.organization(), page.after(UUID::fromString), page.rowsToRead());
    return Page.of(view(found, reader), page.limit(), question -> question.id().toString());
  }

  private List<QuestionView> view(List<Question> found, Actor reader) {
    var replies = questions.replies(found);
    return found.stream()
        .map(
            question -> {
              var said = replies.getOrDefault(question.id(), List.of());
              return new QuestionView(
                  question.id(),
                  question.notice(),
                  question.asker(),
                  question.addressee(),
                  question.letter(),
                  question.text(),
                  question.askedAt(),
                  said.stream().anyMatch(reply -> !reply.author().equals(question.asker())),
                  said,
                  said.size() < MAX_REPLIES ? List.of("reply") : List.of());
            })
        .toList();
  }

  private Question find(UUID notice, UUID id, Actor reader) {
    return questions
        .find(notice, id, reader.organization())
        .orElseThrow(() -> Refusal.notFound("question.not-found"));
  }

  private @Nullable String addressee(UUID notice, @Nullable UUID letter, OrganizationCode asker) {
    return (String)
        em.createNativeQuery(ADDRESSEE, String.class)
            .setParameter("notice", notice)
            .setParameter("letter", letter)
            .setParameter("asker", asker.value())
            .getSingleResult();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
