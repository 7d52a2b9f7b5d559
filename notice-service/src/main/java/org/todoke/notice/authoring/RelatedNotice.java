package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another notice that has to do with this one, and that the reader may read. */
@Schema(name = "RelatedNotice")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RelatedNotice(
    RelationKind kind,
    Direction direction,
    UUID id,
    NoticeStatus status,
    String paperKind,
    @Nullable String documentNumber,
    LocalDate issuedOn,
    String title,
    Instant issuedAt,
    @Nullable LocalDate dueOn) {

  /** Which of the two says it. */
  public enum Direction {
    /** This notice says it of the other. */
    @JsonProperty("outgoing")
    OUTGOING,
    /** The other says it of this notice. */
    @JsonProperty("incoming")
    INCOMING
  }
}
