package org.todoke.registry.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator can say of itself. */
@Schema(name = "ProposalKind")
public enum ChangeKind {
  @JsonProperty("contact")
  CONTACT("contact", Effect.AT_ONCE),
  @JsonProperty("name")
  NAME("name", Effect.AFTER_APPROVAL),
  @JsonProperty("address")
  ADDRESS("address", Effect.AFTER_APPROVAL);

  private final String wireName;
  private final Effect usual;

  ChangeKind(String wireName, Effect usual) {
    this.wireName = wireName;
    this.usual = usual;
  }

  public String wireName() {
    return wireName;
  }

  /** What holds where the ministry has set nothing. */
  Effect usual() {
    return usual;
  }

  /** Kinds stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<ChangeKind, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ChangeKind kind) {
      return kind == null ? null : kind.wireName;
    }

    @Override
    public @Nullable ChangeKind convertToEntityAttribute(@Nullable String wireName) {
      return Arrays.stream(values())
          .filter(kind -> kind.wireName.equals(wireName))
          .findFirst()
          .orElse(null);
    }
  }
}
