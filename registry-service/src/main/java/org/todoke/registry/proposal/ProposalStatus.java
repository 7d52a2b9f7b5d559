package org.todoke.registry.proposal;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The name of a state of a proposal. */
public enum ProposalStatus {
  @JsonProperty("proposed")
  PROPOSED("proposed"),
  @JsonProperty("approved")
  APPROVED("approved"),
  @JsonProperty("refused")
  REFUSED("refused"),
  @JsonProperty("withdrawn")
  WITHDRAWN("withdrawn");

  private final String wireName;

  ProposalStatus(String wireName) {
    this.wireName = wireName;
  }

  /** States stand in the database as they stand on the wire. */
  @Converter(autoApply = true)
  static class InDatabase implements AttributeConverter<ProposalStatus, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ProposalStatus status) {
      return status == null ? null : status.wireName;
    }

    @Override
    public @Nullable ProposalStatus convertToEntityAttribute(@Nullable String wireName) {
      return Arrays.stream(values())
          .filter(status -> status.wireName.equals(wireName))
          .findFirst()
          .orElse(null);
    }
  }
}
