package org.todoke.notice.authoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is attached to a notice. Callers have made sure that the notice may be read. */
@ApplicationScoped
class AttachmentRepository implements PanacheRepositoryBase<Attachment, UUID> {

  List<Attachment> of(UUID noticeId) {
    return list("noticeId = ?1 order by ordinal", noticeId);
  }

  Optional<Attachment> of(UUID noticeId, UUID id) {
    return find("noticeId = ?1 and id = ?2", noticeId, id).firstResultOptional();
  }
}
