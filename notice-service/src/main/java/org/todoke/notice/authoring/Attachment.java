package org.todoke.notice.authoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

/** A file that travels with a notice. Never changed; its content is found by its digest. */
@Entity
@Immutable
@Table(name = "attachment")
public class Attachment {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  @Column(name = "id")
  private @Nullable UUID id;

  @Column(name = "notice_id", nullable = false)
  private UUID noticeId;

  @Column(name = "ordinal", nullable = false)
  private int ordinal;

  @Column(name = "name", nullable = false)
  private String name;

  @Column(name = "media_type", nullable = false)
  private String mediaType;

  @Column(name = "sha256", nullable = false)
  private String sha256;

  @Column(name = "size", nullable = false)
  private long size;

  @Column(name = "declared_sheets")
  private @Nullable Integer declaredSheets;

  @Column(name = "added_at", nullable = false)
  private Instant addedAt;

  protected Attachment() {
    // for Hibernate
  }

  Attachment(
      UUID noticeId,
      int ordinal,
      String name,
      ReceivedFile file,
      @Nullable Integer declaredSheets,
      Instant addedAt) {
    this.noticeId = noticeId;
    this.ordinal = ordinal;
    this.name = name;
    this.mediaType = file.mediaType();
    this.sha256 = file.sha256();
    this.size = file.size();
    this.declaredSheets = declaredSheets;
    this.addedAt = addedAt;
  }

  UUID id() {
    return Objects.requireNonNull(id, "not persisted yet");
  }

  UUID noticeId() {
    return noticeId;
  }

  String name() {
    return name;
  }

  String mediaType() {
    return mediaType;
  }

  String sha256() {
    return sha256;
  }

  long size() {
    return size;
  }

  @Nullable Integer declaredSheets() {
    return declaredSheets;
  }

  Instant addedAt() {
    return addedAt;
  }
}
