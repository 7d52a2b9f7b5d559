package org.todoke.registry.contact;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody was not reached. A code and never a text, so that no personal data stands in it. */
@Schema(name = "ReachabilityFailure")
public enum FailureReason {
  @JsonProperty("no-answer")
  NO_ANSWER("no-answer"),
  @JsonProperty("busy")
  BUSY("busy"),
  /** Somebody else was reached, or the mailbox does not exist. */
  @JsonProperty("wrong-address")
  WRONG_ADDRESS("wrong-address"),
  @JsonProperty("not-in-service")
  NOT_IN_SERVICE("not-in-service"),
  /** The other side would not take it. */
  @JsonProperty("rejected")
  REJECTED("rejected"),
  /** A letter came back. */
  @JsonProperty("returned")
  RETURNED("returned"),
  @JsonProperty("timeout")
  TIMEOUT("timeout"),
  @JsonProperty("other")
  OTHER("other");

  private final String wireName;

  FailureReason(String wireName) {
    this.wireName = wireName;
  }

  /** Also {@link #OTHER} for what is said of no contact. */
  public static FailureReason ofWireName(String wireName) {
    return Arrays.stream(values())
        .filter(reason -> reason.wireName.equals(wireName))
        .findFirst()
        .orElse(OTHER);
  }

  /** Reasons stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<FailureReason, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable FailureReason reason) {
      return reason == null ? null : reason.wireName;
    }

    @Override
    public @Nullable FailureReason convertToEntityAttribute(@Nullable String wireName) {
      return Arrays.stream(values())
          .filter(reason -> reason.wireName.equals(wireName))
          .findFirst()
          .orElse(null);
    }
  }
}
