package org.todoke.notice.instruction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.security.Actor;
import org.todoke.security.Role;

/** A standing instruction as its organisation sees it; nobody else does. */
@Schema(name = "StandingInstruction")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InstructionView(
    UUID id,
    int version,
    InstructionState state,
    Notices notices,
    Cover coverLetter,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable Instant suspendedAt,
    @Nullable Instant removedAt,
    Instant createdAt,
    @Schema(description = "It holds as it is for what arrives from this moment on")
        Instant changedAt,
    List<String> permittedActions) {

  /** Which it takes; an empty list takes all. */
  @Schema(name = "StandingInstructionSelection")
  public record Notices(
      List<String> paperKinds,
      List<String> series,
      List<OrganizationCode> leadIssuers,
      List<Usage> usages) {}

  /** The letter with its blanks. */
  @Schema(name = "StandingInstructionTemplate")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Cover(
      String paperKind,
      String title,
      String text,
      @Nullable Integer dueDaysBefore,
      @Nullable Integer allowance) {}

  static InstructionView of(Instruction instruction, LocalDate today, Actor reader) {
    InstructionState state = instruction.state(today);
    Selection selection = instruction.content().selection();
    CoverTemplate cover = instruction.content().cover();
    return new InstructionView(
        instruction.id(),
        instruction.version(),
        state,
        new Notices(
            selection.paperKinds(),
            selection.series(),
            selection.leadIssuers(),
            selection.usages()),
        new Cover(
            cover.paperKind(),
            cover.title(),
            cover.text(),
            cover.dueDaysBefore(),
            cover.allowance()),
        instruction.content().startsOn(),
        instruction.content().endsOn(),
        instruction.suspendedAt(),
        instruction.removedAt(),
        instruction.createdAt(),
        instruction.changedAt(),
        reader.has(Role.FORWARDER) ? state.actions() : List.of());
  }
}
