package org.todoke.notice.instruction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.notice.delivery.WireNames;

/** The statements on {@code standing_instruction}; each finds its own organisation's only. */
@ApplicationScoped
class InstructionTable {

  private static final String SELECT =
      """
      select s.id, s.organization, s.version, s.paper_kinds, s.series, s.lead_issuers, s.usages,
        s.cover_paper_kind, s.cover_title, s.cover_text, s.due_days_before, s.starts_on, s.ends_on,
        s.suspended_at, s.removed_at, s.created_at, s.changed_at, s.cover_allowance
      from standing_instruction s where s.organization = :organization
      """;

  private static final String INSERT =
      """
      insert into standing_instruction (id, organization, paper_kinds, series, lead_issuers, usages,
        cover_paper_kind, cover_title, cover_text, due_days_before, cover_allowance, starts_on, ends_on,
        created_at, changed_at)
      values (uuidv7(), :organization, :paperKinds, :series, :leadIssuers, :usages, :kind, :title,
        :text, cast(:daysBefore as integer), cast(:allowance as integer), :startsOn, cast(:endsOn as date), :now, :now)
      returning id
      """;

  private static final String UPDATE =
      """
      update standing_instruction set version = version + 1, paper_kinds = :paperKinds,
        series = :series, lead_issuers = :leadIssuers, usages = :usages, cover_paper_kind = :kind,
        cover_title = :title, cover_text = :text, due_days_before = cast(:daysBefore as integer),
        cover_allowance = cast(:allowance as integer),
        starts_on = :startsOn, ends_on = cast(:endsOn as date), changed_at = :now
      where id = :id and organization = :organization
      """;

  private final EntityManager em;

  InstructionTable(EntityManager em) {
    this.em = em;
  }

  /** Keeps others of the organisation from adding one until the transaction ends. */
  void lockAdding(OrganizationCode organization) {
    em.createNativeQuery(
            "select 1 from pg_advisory_xact_lock("
                + "hashtextextended('todoke.standing-instruction ' || :organization, 0))",
            Integer.class)
        .setParameter("organization", organization.value())
        .getSingleResult();
  }

  /** Those that have not been removed, the oldest first. */
  @SuppressWarnings("unchecked")
  List<Instruction> kept(OrganizationCode organization) {
    List<Object[]> rows =
        em.createNativeQuery(SELECT + " and s.removed_at is null order by s.id", Object[].class)
            .setParameter("organization", organization.value())
            .getResultList();
    return rows.stream().map(InstructionTable::instruction).toList();
  }

  /** One of them, or one that was removed; locked. */
  @SuppressWarnings("unchecked")
  Optional<Instruction> lock(UUID id, OrganizationCode organization) {
    return first(
        em.createNativeQuery(SELECT + " and s.id = :id for update", Object[].class)
            .setParameter("id", id)
            .setParameter("organization", organization.value())
            .getResultList());
  }

  @SuppressWarnings("unchecked")
  Optional<Instruction> find(UUID id, OrganizationCode organization) {
    return first(
        em.createNativeQuery(SELECT + " and s.id = :id", Object[].class)
            .setParameter("id", id)
            .setParameter("organization", organization.value())
            .getResultList());
  }

  UUID add(OrganizationCode organization, InstructionContent content, Instant now) {
    return (UUID)
        bind(em.createNativeQuery(INSERT), content)
            .setParameter("organization", organization.value())
            .setParameter("now", now)
            .getSingleResult();
  }

  void replace(Instruction instruction, InstructionContent content, Instant now) {
    bind(em.createNativeQuery(UPDATE), content)
        .setParameter("id", instruction.id())
        .setParameter("organization", instruction.organization().value())
        .setParameter("now", now)
        .executeUpdate();
  }

  void suspend(Instruction instruction, @Nullable Instant since, Instant now) {
    mark(instruction, "suspended_at = cast(:at as timestamptz)", since, now);
  }

  void remove(Instruction instruction, Instant now) {
    mark(instruction, "removed_at = :at", now, now);
  }

  private void mark(Instruction instruction, String what, @Nullable Instant at, Instant now) {
    em.createNativeQuery(
            "update standing_instruction set version = version + 1, changed_at = :now, "
                + what
                + " where id = :id and organization = :organization")
        .setParameter("id", instruction.id())
        .setParameter("organization", instruction.organization().value())
        .setParameter("at", at)
        .setParameter("now", now)
        .executeUpdate();
  }

  private static Query bind(Query query, InstructionContent content) {
    Selection selection = content.selection();
    CoverTemplate cover = content.cover();
    return query
        .setParameter("paperKinds", selection.paperKinds().toArray(String[]::new))
        .setParameter("series", selection.series().toArray(String[]::new))
        .setParameter(
            "leadIssuers",
            selection.leadIssuers().stream().map(OrganizationCode::value).toArray(String[]::new))
        .setParameter(
            "usages", selection.usages().stream().map(Usage::wireName).toArray(String[]::new))
        .setParameter("kind", cover.paperKind())
        .setParameter("title", cover.title())
        .setParameter("text", cover.text())
        .setParameter("daysBefore", cover.dueDaysBefore())
        .setParameter("allowance", cover.allowance())
        .setParameter("startsOn", content.startsOn())
        .setParameter("endsOn", content.endsOn());
  }

  private static Optional<Instruction> first(List<Object[]> rows) {
    return rows.stream().findFirst().map(InstructionTable::instruction);
  }

  private static Instruction instruction(Object[] row) {
    return new Instruction(
        (UUID) row[0],
        OrganizationCode.of((String) row[1]),
        (Integer) row[2],
        new InstructionContent(
            selection(row, 3),
            new CoverTemplate(
                (String) row[7],
                (String) row[8],
                (String) row[9],
                (Integer) row[10],
                (Integer) row[17]),
            Objects.requireNonNull(date(row[11])),
            date(row[12])),
        (Instant) row[13],
        (Instant) row[14],
        (Instant) row[15],
        (Instant) row[16]);
  }

  /** Four columns, in the order of {@link #SELECT}. */
  static Selection selection(Object[] row, int at) {
    return new Selection(
        List.of((String[]) row[at]),
        List.of((String[]) row[at + 1]),
        Stream.of((String[]) row[at + 2]).map(OrganizationCode::of).toList(),
        Stream.of((String[]) row[at + 3]).map(WireNames::usage).toList());
  }

  static @Nullable LocalDate date(@Nullable Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }
}
