package org.todoke.notice.forwarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.EnclosureStore;
import org.todoke.notice.authoring.ReceivedFile;
import org.todoke.notice.delivery.DeliveryRepository;
import org.todoke.notice.delivery.LetterAttachmentView;
import org.todoke.notice.delivery.Ownership;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Files that a forwarder adds to its letter: prepared while it has not passed the notice on, then
 * as immutable as the letter, and for the same readers.
 */
@ApplicationScoped
public class LetterAttachments {

  static final int MAX_PER_LETTER = 20;

  private static final String ADD =
      """
      insert into letter_attachment (id, notice_id, organization, ordinal, name, media_type, sha256,
        size, declared_sheets, added_at)
      select uuidv7(), :notice, :organization, coalesce(max(p.ordinal) + 1, 0), :name, :mediaType,
        :sha256, :size, cast(:sheets as integer), :now
      from letter_attachment p
      where p.notice_id = :notice and p.organization = :organization
      returning id
      """;

  /** The author has it, and whoever got the letter on whatever way. */
  private static final String READABLE =
      "select "
          + LetterAttachmentView.COLUMNS
          + """
             from letter_attachment a
            where a.id = :id and a.notice_id = :notice and a.cover_letter_id = :letter
              and (a.organization = :reader or exists (
                select from arrival r where r.notice_id = a.notice_id and r.organization = :reader
                  and a.cover_letter_id = any(r.letters)))
            """;

  private final EntityManager em;
  private final DeliveryRepository deliveries;
  private final Ownership ownership;
  private final EnclosureStore contents;
  private final Clock clock;

  LetterAttachments(
      EntityManager em,
      DeliveryRepository deliveries,
      Ownership ownership,
      EnclosureStore contents,
      Clock clock) {
    this.em = em;
    this.deliveries = deliveries;
    this.ownership = ownership;
    this.contents = contents;
    this.clock = clock;
  }

  @Transactional
  public LetterAttachmentView prepare(
      UUID notice,
      OrganizationCode organization,
      String name,
      @Nullable Integer sheets,
      ReceivedFile file,
      Actor actor) {
    requireOpen(notice, organization, actor);
    if (prepared(notice, organization).size() >= MAX_PER_LETTER) {
      throw Refusal.invalid(Violation.at("", "attachment.letter-too-many", MAX_PER_LETTER));
    }
    contents.keep(file);
    UUID id =
        (UUID)
            bind(em.createNativeQuery(ADD, UUID.class), notice, organization)
                .setParameter("name", name)
                .setParameter("mediaType", file.mediaType())
                .setParameter("sha256", file.sha256())
                .setParameter("size", file.size())
                .setParameter("sheets", sheets)
                .setParameter("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .getSingleResult();
    return new LetterAttachmentView(id, name, file.mediaType(), file.size(), file.sha256(), sheets);
  }

  /** What the caller has prepared and not sent. */
  @Transactional
  public List<LetterAttachmentView> prepared(
      UUID notice, OrganizationCode organization, Actor actor) {
    ownership.require(notice, organization, actor);
    deliveries.lockOwn(notice, organization);
    return prepared(notice, organization);
  }

  /** Taking it back again changes nothing. */
  @Transactional
  public void takeBack(UUID notice, OrganizationCode organization, UUID id, Actor actor) {
    requireOpen(notice, organization, actor);
    bind(
            em.createNativeQuery(
                """
                delete from letter_attachment where id = :id and cover_letter_id is null
                  and notice_id = :notice and organization = :organization
                """),
            notice,
            organization)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Makes all that was prepared a part of the letter. */
  @Transactional(Transactional.TxType.MANDATORY)
  void join(UUID notice, OrganizationCode organization, UUID letter) {
    bind(
            em.createNativeQuery(
                """
                update letter_attachment set cover_letter_id = :letter
                where notice_id = :notice and organization = :organization
                  and cover_letter_id is null
                """),
            notice,
            organization)
        .setParameter("letter", letter)
        .executeUpdate();
  }

  /**
   * @throws Refusal {@code attachment.not-found} for everybody who does not hold the letter
   */
  @Transactional
  public LetterAttachmentView find(UUID notice, UUID letter, UUID id, OrganizationCode reader) {
    List<?> rows =
        em.createNativeQuery(READABLE, Object[].class)
            .setParameter("id", id)
            .setParameter("notice", notice)
            .setParameter("letter", letter)
            .setParameter("reader", reader.value())
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(row -> LetterAttachmentView.of((Object[]) row))
        .orElseThrow(() -> Refusal.notFound("attachment.not-found"));
  }

  /** The content of something that {@link #find} gave out. */
  public void copy(LetterAttachmentView attachment, OutputStream out) throws IOException {
    contents.copy(attachment.sha256(), attachment.size(), out);
  }

  private void requireOpen(UUID notice, OrganizationCode organization, Actor actor) {
    ownership.require(notice, organization, actor);
    deliveries.lockOwn(notice, organization).requireForwardable();
  }

  @SuppressWarnings("unchecked")
  private List<LetterAttachmentView> prepared(UUID notice, OrganizationCode organization) {
    List<Object[]> rows =
        bind(
                em.createNativeQuery(
                    "select "
                        + LetterAttachmentView.COLUMNS
                        + """
                           from letter_attachment a
                          where a.notice_id = :notice and a.organization = :organization
                            and a.cover_letter_id is null
                          order by a.ordinal
                          """,
                    Object[].class),
                notice,
                organization)
            .getResultList();
    return rows.stream().map(LetterAttachmentView::of).toList();
  }

  private static Query bind(Query query, UUID notice, OrganizationCode organization) {
    return query.setParameter("notice", notice).setParameter("organization", organization.value());
  }
}
