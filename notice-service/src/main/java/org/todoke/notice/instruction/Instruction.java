package org.todoke.notice.instruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** A standing instruction as it is kept. */
record Instruction(
    UUID id,
    OrganizationCode organization,
    int version,
    InstructionContent content,
    @Nullable Instant suspendedAt,
    @Nullable Instant removedAt,
    Instant createdAt,
    Instant changedAt) {

  InstructionState state(LocalDate today) {
    if (removedAt != null) {
      return InstructionState.REMOVED;
    }
    LocalDate endsOn = content.endsOn();
    if (endsOn != null && endsOn.isBefore(today)) {
      return InstructionState.ENDED;
    }
    if (suspendedAt != null) {
      return InstructionState.SUSPENDED;
    }
    return content.startsOn().isAfter(today) ? InstructionState.PLANNED : InstructionState.ACTIVE;
  }
}
