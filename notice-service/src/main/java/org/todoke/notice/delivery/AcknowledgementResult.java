package org.todoke.notice.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one of many. */
@Schema(name = "AcknowledgementResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AcknowledgementResult(
    UUID noticeId,
    Outcome outcome,
    @Schema(description = "Of the refusal, as it would be alone") @Nullable String code) {

  /** Of one. */
  public enum Outcome {
    /** Now or before; who was named first stays. */
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("refused")
    REFUSED
  }

  /** All of them, in the order in which they were asked for. */
  @Schema(name = "AcknowledgementResults")
  public record Results(List<AcknowledgementResult> items) {}
}
