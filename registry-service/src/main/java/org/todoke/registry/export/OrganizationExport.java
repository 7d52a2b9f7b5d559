package org.todoke.registry.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.OrganizationDirectory;
import org.todoke.registry.organization.OrganizationFilter;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.web.Refusal;
import org.todoke.web.file.Cp932;
import org.todoke.web.file.CsvFile;
import org.todoke.web.file.FileEncoding;

/**
 * Writes lists of organisations as CSV (RFC 4180), in the order of their codes. A thousand are in
 * memory at a time, and no connection to the database is held while a slow reader takes them; what
 * changes meanwhile is in the file or is not, by whether its code has been passed.
 */
@ApplicationScoped
public class OrganizationExport {

  private static final int STRETCH = 1_000;

  private final OrganizationDirectory directory;

  OrganizationExport(OrganizationDirectory directory) {
    this.directory = directory;
  }

  /**
   * What to write.
   *
   * @param day as of which; null for now
   * @param language of the headings
   */
  public record Order(OrganizationFilter filter, @Nullable LocalDate day, Locale language) {}

  /**
   * Refuses, before anything is written, what cannot be answered.
   *
   * @throws Refusal (invalid) as the list does
   */
  public void check(Order order) {
    directory.stretch(order.filter(), order.day(), null, 1);
  }

  /** Every organisation of the list, a row each. */
  public void write(Order order, FileEncoding encoding, OutputStream to) throws IOException {
    try (CsvFile file = CsvFile.open(to, encoding)) {
      file.row(headings(order));
      walk(
          order,
          (organization, names) ->
              file.row(
                  Arrays.stream(Column.values())
                      .map(column -> column.value(organization, names))
                      .toList()));
    }
  }

  /**
   * Every cell of the list that CP932 cannot hold: code, column, value, and the characters that are
   * lost with their numbers in Unicode. In UTF-8, because nothing else could hold it.
   */
  public void writeUnwritable(Order order, OutputStream to) throws IOException {
    boolean english = order.language().equals(Locale.ENGLISH);
    Cp932 cp932 = new Cp932();
    try (CsvFile file = CsvFile.open(to, FileEncoding.UTF_8)) {
      file.row(
          List.of(
              Column.CODE.heading(order.language()),
              english ? "column" : "列",
              english ? "value" : "値",
              english ? "characters" : "書けない文字"));
      walk(
          order,
          (organization, names) -> {
            for (Column column : Column.values()) {
              String value = Objects.toString(column.value(organization, names), "");
              Set<String> lost = cp932.unwritable(value);
              if (!lost.isEmpty()) {
                file.row(
                    List.of(
                        organization.code().value(),
                        column.heading(order.language()),
                        value,
                        lost.stream()
                            .map(c -> "%s U+%04X".formatted(c, c.codePointAt(0)))
                            .collect(Collectors.joining(" "))));
              }
            }
          });
    }
  }

  private void walk(Order order, BiConsumer<OrganizationView, Map<OrganizationCode, String>> each) {
    String after = null;
    List<OrganizationView> stretch;
    do {
      stretch = directory.stretch(order.filter(), order.day(), after, STRETCH);
      Map<OrganizationCode, String> names = directory.names(referred(stretch));
      stretch.forEach(organization -> each.accept(organization, names));
      if (!stretch.isEmpty()) {
        after = stretch.get(stretch.size() - 1).code().value();
      }
    } while (stretch.size() == STRETCH);
  }

  private static Set<OrganizationCode> referred(List<OrganizationView> organizations) {
    return organizations.stream()
        .flatMap(o -> Stream.of(o.prefecture(), o.municipality(), o.corporation()))
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> headings(Order order) {
    return Arrays.stream(Column.values()).map(c -> c.heading(order.language())).toList();
  }
}
