package org.todoke.registry.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
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

/**
 * Writes lists of organisations as CSV (RFC 4180), in the order of their codes. A thousand are in
 * memory at a time, and no connection to the database is held while a slow reader takes them; what
 * changes meanwhile is in the file or is not, by whether its code has been passed.
 */
@ApplicationScoped
public class OrganizationExport {

  private static final int STRETCH = 1_000;
  private static final char BYTE_ORDER_MARK = '\ufeff';

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

  /** Every organisation of the list, a row each. What CP932 cannot hold is written as 〓. */
  public void write(Order order, FileEncoding encoding, OutputStream to) throws IOException {
    Cp932 cp932 = new Cp932();
    try (CsvWriter csv = open(to, encoding)) {
      csv.writeRecord(headings(order));
      walk(
          order,
          (organization, names) ->
              csv.writeRecord(
                  Arrays.stream(Column.values())
                      .map(column -> column.cell(organization, names))
                      .map(cell -> encoding == FileEncoding.CP932 ? cp932.writable(cell) : cell)
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
    try (CsvWriter csv = open(to, FileEncoding.UTF_8)) {
      csv.writeRecord(
          Column.CODE.heading(order.language()),
          english ? "column" : "列",
          english ? "value" : "値",
          english ? "characters" : "書けない文字");
      walk(
          order,
          (organization, names) -> {
            for (Column column : Column.values()) {
              String cell = column.cell(organization, names);
              Set<String> lost = cp932.unwritable(cell);
              if (!lost.isEmpty()) {
                csv.writeRecord(
                    organization.code().value(),
                    column.heading(order.language()),
                    cell,
                    lost.stream()
                        .map(c -> "%s U+%04X".formatted(c, c.codePointAt(0)))
                        .collect(Collectors.joining(" ")));
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

  private static CsvWriter open(OutputStream to, FileEncoding encoding) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(to, encoding.charset()));
    if (encoding == FileEncoding.UTF_8) {
      writer.write(BYTE_ORDER_MARK);
    }
    return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
  }
}
