package org.todoke.registry.importing.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.problem.Messages;

/** The rows of a run, for its registrar. */
@ApplicationScoped
public class ImportedRows {

  private static final int ROWS_AT_A_TIME = 1_000;

  private final EntityManager em;
  private final Imports imports;
  private final ObjectMapper json;

  ImportedRows(EntityManager em, Imports imports, ObjectMapper json) {
    this.em = em;
    this.imports = imports;
    this.json = json;
  }

  /**
   * In the order of the file.
   *
   * @param outcome only those with this outcome; null for all
   */
  @Transactional
  public Page<ImportedRow> list(
      UUID run, @Nullable RowOutcome outcome, PageRequest page, Locale language) {
    imports.get(run, language);
    Integer after = page.after(Integer::valueOf);
    return Page.of(
        rows(run, outcome, after == null ? 0 : after, page.rowsToRead(), language),
        page.limit(),
        row -> Integer.toString(row.line()));
  }

  /** Every row in which something was found, in the order of the file, some at a time. */
  public void eachWithFindings(UUID run, Locale language, Consumer<ImportedRow> consumer) {
    QuarkusTransaction.requiringNew().call(() -> imports.get(run, language));
    int after = 0;
    List<ImportedRow> rows;
    do {
      int from = after;
      rows = QuarkusTransaction.requiringNew().call(() -> withFindings(run, from, language));
      rows.forEach(consumer);
      after = rows.isEmpty() ? after : rows.get(rows.size() - 1).line();
    } while (rows.size() == ROWS_AT_A_TIME);
  }

  private List<ImportedRow> withFindings(UUID run, int after, Locale language) {
    return em.createNativeQuery(
            """
            select line, outcome, cast(findings as text) as findings, cells from import_row
             where run = :run and line > :after and findings is not null
             order by line limit :rows""",
            Tuple.class)
        .setParameter("run", run)
        .setParameter("after", after)
        .setParameter("rows", ROWS_AT_A_TIME)
        .getResultStream()
        .map(row -> view((Tuple) row, language))
        .toList();
  }

  private List<ImportedRow> rows(
      UUID run, @Nullable RowOutcome outcome, int after, int rows, Locale language) {
    return em.createNativeQuery(
            """
            select line, outcome, cast(findings as text) as findings, cells from import_row
             where run = :run and line > :after
               and (cast(:outcome as text) is null or outcome = cast(:outcome as text))
             order by line limit :rows""",
            Tuple.class)
        .setParameter("run", run)
        .setParameter("after", after)
        .setParameter("outcome", outcome == null ? null : outcome.wireName())
        .setParameter("rows", rows)
        .getResultStream()
        .map(row -> view((Tuple) row, language))
        .toList();
  }

  private ImportedRow view(Tuple row, Locale language) {
    String stored = row.get("findings", String.class);
    return new ImportedRow(
        row.get("line", Integer.class),
        RowOutcome.of(row.get("outcome", String.class)),
        stored == null ? List.of() : findings(stored, language),
        List.of(row.get("cells", String[].class)));
  }

  private List<ImportedRow.Found> findings(String stored, Locale language) {
    try {
      List<Map<String, String>> all = json.readValue(stored, new TypeReference<>() {});
      return all.stream()
          .map(
              f ->
                  new ImportedRow.Found(
                      f.getOrDefault("column", ""),
                      f.getOrDefault("code", ""),
                      f.getOrDefault("value", ""),
                      f.get("repaired"),
                      RowOutcome.of(f.getOrDefault("outcome", "warned")),
                      Messages.text(language, f.getOrDefault("code", ""), List.of())))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was stored cannot be read", e);
    }
  }
}
