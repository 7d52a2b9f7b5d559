package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Channel;
import org.todoke.registry.contact.ContactDetails;
import org.todoke.registry.importing.reading.Bounds;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.RowSource;
import org.todoke.registry.importing.reading.SourceFile;
import org.todoke.registry.importing.reading.SourceFormat;
import org.todoke.registry.number.CorporateNumber;
import org.todoke.registry.number.EstablishmentNumber;
import org.todoke.testing.RepositoryRoot;

class RealFilesTest {

  private static final String UPDATE = "todoke.figures.update";
  private static final Path FIGURES =
      RepositoryRoot.find().resolve("docs/registry-import-figures.md");

  private final ReferenceKnowledge knowledge = ReferenceKnowledge.official();
  private List<Path> files = List.of();

  @BeforeEach
  void filesArePresent() throws IOException {
    Optional<Path> folder = RealFiles.folder();
    assumeTrue(folder.isPresent(), "the real files are not here");
    files = RealFiles.in(folder.orElseThrow());
    assertThat(files).hasSize(9);
  }

  @Test
  void everyRowIsAccountedForAsTheCommittedTableSays() throws IOException {
    String table = table();

    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(FIGURES, table);
    }
    assertThat(table)
        .as("if the change is meant, rewrite it with -D%s=true", UPDATE)
        .isEqualTo(Files.readString(FIGURES));
  }

  @Test
  void whatIsTakenIsOfTheFormThatTheRegistryHolds() throws IOException {
    for (Path file : files) {
      for (JudgedRow row : judge(file)) {
        assertThat(row.services()).hasSize(1);
        ListedService service = row.services().get(0);
        assertThat(EstablishmentNumber.check(service.number()))
            .isNotEqualTo(EstablishmentNumber.Check.MALFORMED);
        assertThat(knowledge.municipalities()).containsKey(service.municipality());
        assertThat(service.municipality()).startsWith(service.prefecture().substring(0, 2));
        assertThat(service.number()).startsWith(service.prefecture().substring(0, 2));
        if (service.corporateNumber() != null) {
          assertThat(CorporateNumber.isValid(service.corporateNumber())).isTrue();
        }
        assertThatContactsTake(service.telephone());
        assertThatContactsTake(service.fax());
        if (service.url() != null) {
          assertThat(service.url()).matches("https?://[^\\s]+");
        }
      }
    }
  }

  private static void assertThatContactsTake(String number) {
    if (number != null) {
      ContactDetails details = new ContactDetails(Channel.TELEPHONE, number, null, null);
      assertThat(details.normalized()).isEqualTo(details);
      assertThat(details.fault()).isEmpty();
    }
  }

  private List<JudgedRow> judge(Path file) throws IOException {
    List<JudgedRow> judged = new ArrayList<>();
    try (RowSource source = SourceFile.inspect(file, null, Bounds.standard()).open()) {
      assertThat(source.layout().format()).isEqualTo(SourceFormat.MHLW_OPEN_DATA);
      RowJudge judge = new RowJudge(knowledge, source.layout());
      for (RawRow row = source.next(); row != null; row = source.next()) {
        judged.add(judge.judge(row));
      }
      assertThat(source.notes()).isEmpty();
      assertThat(judged).hasSize(source.count());
    }
    return judged;
  }

  private String table() throws IOException {
    Map<String, Figures> figures = new TreeMap<>();
    Figures all = new Figures();
    for (Path file : files) {
      Figures of = new Figures();
      for (JudgedRow row : judge(file)) {
        of.add(row);
        all.add(row);
      }
      String name = file.getFileName().toString();
      figures.put(name.substring("jigyosho_".length(), name.length() - ".csv".length()), of);
    }
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("| | ").append(String.join(" | ", figures.keySet())).append(" | all |\n");
    page.append("|---|").append("--:|".repeat(figures.size() + 1)).append('\n');
    line(page, "rows", figures, all, f -> f.rows);
    for (Outcome outcome : Outcome.values()) {
      line(page, outcome.name().toLowerCase(), figures, all, f -> f.of(outcome.name()));
    }
    for (String code : new TreeSet<>(all.codes())) {
      line(page, "`" + code + "`", figures, all, f -> f.of(code));
    }
    return page.toString();
  }

  private static void line(
      StringBuilder page,
      String name,
      Map<String, Figures> figures,
      Figures all,
      java.util.function.ToIntFunction<Figures> figure) {
    page.append("| ").append(name).append(" |");
    figures.values().forEach(f -> page.append(' ').append(figure.applyAsInt(f)).append(" |"));
    page.append(' ').append(figure.applyAsInt(all)).append(" |\n");
  }

  private static final String INTRODUCTION =
      """
      # What the import makes of the real files

      Nine files of the ministry as of the end of 2025 (出典：厚生労働省「介護サービス情報公表システム
      オープンデータ」（2025年12月末時点）を加工して作成), by the code of the file. Each row has one outcome, that
      of its gravest finding; a row may have several findings. `RealFilesTest` computes this page
      and fails where it differs; `-Dtodoke.figures.update=true` writes it anew.

      """;

  /** Counts by outcome and by code of finding. */
  private static final class Figures {

    private final Map<String, Integer> counts = new TreeMap<>();
    private int rows;

    void add(JudgedRow row) {
      rows++;
      counts.merge(row.outcome().name(), 1, Integer::sum);
      row.findings().forEach(finding -> counts.merge(finding.code(), 1, Integer::sum));
    }

    int of(String key) {
      return counts.getOrDefault(key, 0);
    }

    List<String> codes() {
      return counts.keySet().stream().filter(key -> key.indexOf('.') > 0).toList();
    }
  }
}
