package org.todoke.registry.importing.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.web.Refusal;
import org.todoke.web.problem.Messages;

/** Runs in the database; row-level security shows a caller its own. */
@ApplicationScoped
class ImportRuns {

  private static final String COLUMNS =
      """
      id, organization, file_name, state, format, encoding, as_of, sha256, bytes, rows_read, accepted,
      repaired, warned, rejected, cast(remarks as text) as remarks, services,
      cast(failure as text) as failure, to_apply, applied, step, cast(effects as text) as effects,
      created_at, read_at, ended_at""";

  private final EntityManager em;
  private final ObjectMapper json;
  private final Clock clock;

  ImportRuns(EntityManager em, ObjectMapper json, Clock clock) {
    this.em = em;
    this.json = json;
    this.clock = clock;
  }

  void create(
      UUID id,
      OrganizationCode organization,
      String fileName,
      LocalDate asOf,
      @Nullable String encoding) {
    em.createNativeQuery(
            """
            insert into import_run (
              id, organization, file_name, state, encoding_wanted, as_of, created_at, touched_at)
            values (:id, :organization, :fileName, 'created', :encoding, :asOf, :now, :now)""")
        .setParameter("id", id)
        .setParameter("organization", organization.value())
        .setParameter("fileName", fileName)
        .setParameter("encoding", encoding)
        .setParameter("asOf", asOf)
        .setParameter("now", clock.instant())
        .executeUpdate();
  }

  Optional<ImportRun> find(UUID id, Locale language) {
    return em.createNativeQuery(
            "select " + COLUMNS + " from import_run where id = :id", Tuple.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> view((Tuple) row, language));
  }

  /** The newest first. */
  List<ImportRun> list(@Nullable UUID after, int rows, Locale language) {
    return em.createNativeQuery(
            "select "
                + COLUMNS
                + " "
                + """
                 from import_run r
                 where cast(:after as uuid) is null
                    or (r.created_at, r.id) < (
                         select p.created_at, p.id from import_run p where p.id = cast(:after as uuid))
                 order by created_at desc, id desc limit :rows""",
            Tuple.class)
        .setParameter("after", after)
        .setParameter("rows", rows)
        .getResultStream()
        .map(row -> view((Tuple) row, language))
        .toList();
  }

  /** What the registrar said of the encoding. */
  @Nullable String encodingWanted(UUID id) {
    return (String)
        em.createNativeQuery("select encoding_wanted from import_run where id = :id", String.class)
            .setParameter("id", id)
            .getSingleResult();
  }

  /**
   * Moves a run that is in one of the states into another.
   *
   * @throws Refusal {@code import.not-found}, or {@code import.wrong-state} naming the present one
   */
  void move(UUID id, ImportState to, ImportState... from) {
    int moved =
        em.createNativeQuery(
                """
                update import_run
                   set state = :to, touched_at = :now, version = version + 1,
                       read_at = case when :to = 'read' then cast(:now as timestamptz) else read_at end,
                       applying_since = case when :to = 'applying' then cast(:now as timestamptz)
                                             else applying_since end,
                       ended_at = case when :to in ('applied', 'cancelled', 'failed')
                                       then cast(:now as timestamptz) end
                 where id = :id and state in (:from)""")
            .setParameter("to", to.wireName())
            .setParameter("now", clock.instant())
            .setParameter("id", id)
            .setParameter("from", Arrays.stream(from).map(ImportState::wireName).toList())
            .executeUpdate();
    if (moved == 0) {
      ImportRun run =
          find(id, Locale.ENGLISH).orElseThrow(() -> Refusal.notFound("import.not-found", id));
      throw Refusal.conflict("import.wrong-state", run.state().wireName());
    }
  }

  private ImportRun view(Tuple row, Locale language) {
    ImportState state = ImportState.of(row.get("state", String.class));
    return new ImportRun(
        row.get("id", UUID.class),
        OrganizationCode.of(row.get("organization", String.class)),
        row.get("file_name", String.class),
        state,
        row.get("format", String.class),
        row.get("encoding", String.class),
        row.get("as_of", LocalDate.class),
        row.get("sha256", String.class),
        row.get("bytes", Long.class),
        new ImportRun.Rows(
            row.get("rows_read", Integer.class),
            row.get("accepted", Integer.class),
            row.get("repaired", Integer.class),
            row.get("warned", Integer.class),
            row.get("rejected", Integer.class)),
        new ImportRun.Progress(
            row.get("applied", Integer.class),
            row.get("to_apply", Integer.class),
            row.get("step", String.class)),
        read(row.get("effects", String.class), new TypeReference<>() {}),
        remarks(row.get("remarks", String.class), language),
        List.of(row.get("services", String[].class)),
        failure(row.get("failure", String.class), language),
        state.permittedActions(),
        row.get("created_at", Instant.class),
        row.get("read_at", Instant.class),
        row.get("ended_at", Instant.class));
  }

  private List<ImportRun.Remark> remarks(String stored, Locale language) {
    List<Map<String, Object>> remarks = read(stored, new TypeReference<>() {});
    return remarks.stream()
        .map(
            each -> {
              String code = (String) each.get("code");
              String text = (String) each.get("text");
              return new ImportRun.Remark(
                  code,
                  ((Number) each.get("line")).intValue(),
                  text,
                  Messages.text(language, code, List.of(text)));
            })
        .toList();
  }

  private ImportRun.@Nullable Failure failure(@Nullable String stored, Locale language) {
    if (stored == null) {
      return null;
    }
    Map<String, Object> failure = read(stored, new TypeReference<>() {});
    String code = (String) failure.get("code");
    return new ImportRun.Failure(
        code, Messages.text(language, code, (List<?>) failure.getOrDefault("args", List.of())));
  }

  private <T> T read(String stored, TypeReference<T> type) {
    try {
      return json.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored cannot be read", e);
    }
  }
}
