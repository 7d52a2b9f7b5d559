package org.todoke.notice.instruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.notice.input.Checks;
import org.todoke.notice.place.Place;
import org.todoke.notice.place.Places;
import org.todoke.security.Actor;
import org.todoke.web.Etags;
import org.todoke.web.JapaneseDay;
import org.todoke.web.Refusal;

/** Standing instructions of the caller's own organisation; nobody sees those of another. */
@ApplicationScoped
public class KeepInstructions {

  static final int MAX_PER_ORGANIZATION = 20;

  private final InstructionTable instructions;
  private final Places places;
  private final Clock clock;

  KeepInstructions(InstructionTable instructions, Places places, Clock clock) {
    this.instructions = instructions;
    this.places = places;
    this.clock = clock;
  }

  /** The oldest first; so few that they are one page. */
  @Transactional
  public List<InstructionView> all(Actor reader) {
    return instructions.kept(reader.organization()).stream()
        .map(instruction -> InstructionView.of(instruction, today(), reader))
        .toList();
  }

  @Transactional
  public InstructionView one(UUID id, Actor reader) {
    return instructions
        .find(id, reader.organization())
        .map(instruction -> InstructionView.of(instruction, today(), reader))
        .orElseThrow(KeepInstructions::unknown);
  }

  /**
   * @throws Refusal {@code instruction.nobody-below} for those who pass nothing on, {@code
   *     instruction.too-many}
   */
  @Transactional
  public InstructionView layDown(InstructionForm form, Actor author) {
    if (places.find(author.organization()).filter(KeepInstructions::passesOn).isEmpty()) {
      throw Refusal.forbidden("instruction.nobody-below");
    }
    InstructionContent content = judged(form);
    instructions.lockAdding(author.organization());
    if (instructions.kept(author.organization()).size() >= MAX_PER_ORGANIZATION) {
      throw Refusal.conflict("instruction.too-many", MAX_PER_ORGANIZATION);
    }
    return one(instructions.add(author.organization(), content, now()), author);
  }

  /**
   * @param ifMatch the version that the author saw
   */
  @Transactional
  public InstructionView edit(
      UUID id, InstructionForm form, @Nullable String ifMatch, Actor author) {
    Instruction instruction = lockKept(id, author);
    Etags.require(ifMatch, instruction.version());
    instructions.replace(instruction, judged(form), now());
    return one(id, author);
  }

  /**
   * Nothing is passed on until it is resumed; what arrives meanwhile is left to be done by hand.
   */
  @Transactional
  public InstructionView suspend(UUID id, Actor author) {
    Instruction instruction = lockKept(id, author);
    if (instruction.suspendedAt() == null) {
      instructions.suspend(instruction, now(), now());
    }
    return one(id, author);
  }

  @Transactional
  public InstructionView resume(UUID id, Actor author) {
    Instruction instruction = lockKept(id, author);
    if (instruction.suspendedAt() != null) {
      instructions.suspend(instruction, null, now());
    }
    return one(id, author);
  }

  /** It stays readable, because forwardings name it; removing it again changes nothing. */
  @Transactional
  public void remove(UUID id, @Nullable String ifMatch, Actor author) {
    Instruction instruction =
        instructions.lock(id, author.organization()).orElseThrow(KeepInstructions::unknown);
    if (instruction.removedAt() == null) {
      Etags.require(ifMatch, instruction.version());
      instructions.remove(instruction, now());
    }
  }

  private Instruction lockKept(UUID id, Actor author) {
    Instruction instruction =
        instructions.lock(id, author.organization()).orElseThrow(KeepInstructions::unknown);
    if (instruction.removedAt() != null) {
      throw Refusal.conflict("instruction.removed");
    }
    return instruction;
  }

  private InstructionContent judged(InstructionForm form) {
    Checks checks = new Checks();
    InstructionContent content = InstructionRules.judge(form, known(form), today(), checks);
    checks.refuseIfAny();
    return content;
  }

  private Set<OrganizationCode> known(InstructionForm form) {
    List<String> named =
        form.notices() == null || form.notices().leadIssuers() == null
            ? List.of()
            : form.notices().leadIssuers().stream().filter(Objects::nonNull).toList();
    if (named.size() > InstructionRules.MAX_LIST) {
      return Set.of();
    }
    return places
        .findAll(
            named.stream()
                .flatMap(text -> OrganizationCode.parse(text).stream())
                .collect(Collectors.toSet()))
        .keySet();
  }

  private static boolean passesOn(Place place) {
    return Stream.of(
            OrganizationKind.PREFECTURE,
            OrganizationKind.MUNICIPALITY,
            OrganizationKind.CORPORATION)
        .anyMatch(kind -> kind == place.kind());
  }

  private static Refusal unknown() {
    return Refusal.notFound("instruction.not-found");
  }

  private LocalDate today() {
    return JapaneseDay.of(clock.instant());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
