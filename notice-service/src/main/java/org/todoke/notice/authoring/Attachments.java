package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** Files that travel with a notice: added while it is a draft, then as immutable as the notice. */
@ApplicationScoped
public class Attachments {

  static final int MAX_PER_NOTICE = 50;

  private final NoticeRepository notices;
  private final AttachmentRepository attachments;
  private final EnclosureStore contents;
  private final Seals seals;
  private final Clock clock;

  Attachments(
      NoticeRepository notices,
      AttachmentRepository attachments,
      EnclosureStore contents,
      Seals seals,
      Clock clock) {
    this.notices = notices;
    this.attachments = attachments;
    this.contents = contents;
    this.seals = seals;
    this.clock = clock;
  }

  @Transactional
  public AttachmentView add(
      UUID noticeId,
      OrganizationCode caller,
      String name,
      @Nullable Integer declaredSheets,
      ReceivedFile file) {
    Notice notice =
        notices.lockLedBy(noticeId, caller).orElseThrow(() -> Refusal.notFound("notice.not-found"));
    notice.requireDraft();
    List<Attachment> present = attachments.of(noticeId);
    if (present.size() >= MAX_PER_NOTICE) {
      throw Refusal.invalid(Violation.at("", "attachment.too-many", MAX_PER_NOTICE));
    }
    contents.keep(file);
    Attachment attachment =
        new Attachment(
            noticeId,
            present.size(),
            name,
            file,
            declaredSheets,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    attachments.persist(attachment);
    return AttachmentView.of(attachment);
  }

  /** For whoever may read the notice, and has it open. */
  @Transactional
  public AttachmentView find(UUID noticeId, UUID id, OrganizationCode reader) {
    Notice notice =
        notices.readable(noticeId, reader).orElseThrow(() -> Refusal.notFound("notice.not-found"));
    return attachments
        .of(noticeId, id)
        .filter(attachment -> !seals.isClosedTo(notice, reader))
        .map(AttachmentView::of)
        .orElseThrow(() -> Refusal.notFound("attachment.not-found"));
  }

  /** The content of something that {@link #find} gave out. */
  public void copy(AttachmentView attachment, OutputStream out) throws IOException {
    contents.copy(attachment.sha256(), attachment.size(), out);
  }
}
