package org.todoke.notice.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * Cover letters, for their authors and for those to whom they came on whatever way; nobody else
 * reads them, the issuer of the notice not either.
 */
@ApplicationScoped
public class CoverLetters {

  private static final String READABLE =
      """
      %s
      select c.id, c.organization, c.paper_kind, c.document_number, c.dated, c.title, c.body, c.due_on,
        c.allowance,
        (select cast(json_agg(json_build_object('id', a.id, 'name', a.name,
            'mediaType', a.media_type, 'size', a.size, 'sha256', a.sha256,
            'declaredSheets', a.declared_sheets) order by a.ordinal) as text)
          from letter_attachment a where a.cover_letter_id = c.id) as attachments
      from %s c
      where c.notice_id = :notice
        and (c.organization = :reader or exists (
          select from arrival a where a.notice_id = c.notice_id and a.organization = :reader
            and c.id = any(a.letters)))
      """;

  private static final String BY_NOTICE = READABLE.formatted("", "cover_letter");

  /**
   * The ids first: the planner knows nothing of a new notice and would go through all of its
   * letters.
   */
  private static final String BY_ID =
      READABLE.formatted(
          "with named as materialized (select * from cover_letter where id = any(:ids))", "named");

  private static final TypeReference<List<LetterAttachmentView>> ATTACHMENTS =
      new TypeReference<>() {};

  private final EntityManager em;
  private final ObjectMapper json;

  CoverLetters(EntityManager em, ObjectMapper json) {
    this.em = em;
    this.json = json;
  }

  /** The letter under which somebody passed the notice on. */
  public Optional<CoverLetterView> of(
      UUID notice, OrganizationCode author, OrganizationCode reader) {
    return read(
            em.createNativeQuery(BY_NOTICE + " and c.organization = :author", Object[].class)
                .setParameter("author", author.value()),
            notice,
            reader)
        .values()
        .stream()
        .findFirst();
  }

  /** Of these, those that the reader may read. */
  Map<UUID, CoverLetterView> readable(UUID notice, Collection<UUID> ids, OrganizationCode reader) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return read(
        em.createNativeQuery(BY_ID, Object[].class).setParameter("ids", ids.toArray(UUID[]::new)),
        notice,
        reader);
  }

  private Map<UUID, CoverLetterView> read(Query query, UUID notice, OrganizationCode reader) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        query.setParameter("notice", notice).setParameter("reader", reader.value()).getResultList();
    var letters = new HashMap<UUID, CoverLetterView>();
    for (Object[] row : rows) {
      letters.put(
          (UUID) row[0],
          new CoverLetterView(
              (UUID) row[0],
              OrganizationCode.of((String) row[1]),
              (String) row[2],
              (String) row[3],
              Objects.requireNonNull(DeliveryRows.date(row[4])),
              (String) row[5],
              (String) row[6],
              DeliveryRows.date(row[7]),
              (Integer) row[8],
              attachments((String) row[9])));
    }
    return letters;
  }

  private List<LetterAttachmentView> attachments(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    try {
      return json.readValue(text, ATTACHMENTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }
}
