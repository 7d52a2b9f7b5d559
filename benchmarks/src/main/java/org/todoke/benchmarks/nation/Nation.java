package org.todoke.benchmarks.nation;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A country of care providers that does not exist: as many corporations, establishments and
 * services as Japan has, spread over its municipalities as they are there, with the faults of the
 * official files at the rates of the official files. The same size and seed give the same bytes.
 *
 * <p>The layout is that of the open data of 介護サービス情報公表システム: UTF-8 with a byte order mark, CRLF, 24
 * columns, quotes only where needed, the files of the 35 services one behind the other.
 */
public final class Nation {

  /** Of the figures that are published. */
  public static final long USUAL_SEED = 334;

  private static final int BUFFER = 1 << 16;

  private final Plan plan;
  private final long seed;

  private Nation(Plan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  /** Plans it; the rows are made when they are written, so memory does not grow with them. */
  public static Nation of(NationSize size, long seed) {
    return new Nation(new Plan(size, seed), seed);
  }

  public NationSize size() {
    return plan.size;
  }

  /** Establishments of the whole list are more than those of the first where some are new. */
  Plan plan() {
    return plan;
  }

  /** Who is in the first list. */
  public Organizations organizations() {
    return new Organizations(plan, seed);
  }

  /** One file with everything. */
  public Written write(Edition edition, Path file) {
    return write(edition, file, 0, plan.services.size());
  }

  /** A file for each service that has a row, named as the official ones were. */
  public List<Written> writeByService(Edition edition, Path folder) {
    List<Written> files = new ArrayList<>();
    for (int service = 0; service < plan.services.size(); service++) {
      String name =
          String.format(Locale.ROOT, "jigyosho_%s.csv", plan.services.get(service).file());
      files.add(write(edition, folder.resolve(name), service, service + 1));
    }
    return List.copyOf(files);
  }

  private Written write(Edition edition, Path file, int fromService, int toService) {
    MessageDigest digest = sha256();
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(file), BUFFER), digest)) {
      long rows = write(edition, out, fromService, toService);
      out.flush();
      return new Written(file, rows, Files.size(file), HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long write(Edition edition, OutputStream out, int fromService, int toService)
      throws IOException {
    Rows rows = new Rows(plan, seed, edition);
    long written = 0;
    OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\uFEFF');
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(Rows.HEADER);
    for (int service = fromService; service < toService; service++) {
      for (int e = 0; e < plan.establishments(edition); e++) {
        int[] services = plan.bundle(e).services();
        for (int position = 0; position < services.length; position++) {
          if (services[position] == service && rows.fate(e) != Fate.GONE) {
            csv.writeRecord(rows.cells(e, position));
            written++;
          }
        }
      }
    }
    csv.flush();
    text.flush();
    return written;
  }

  /** 法人番号 of the corporation with the most rows that has one. */
  public String largestCorporation() {
    int largest = 0;
    while (plan.isNumberless(largest)) {
      largest++;
    }
    return new Corporations(plan, seed).number(largest);
  }

  /** A name without legal form that few others have. */
  public String rareName() {
    return new Corporations(plan, seed).core(plan.size.corporations() / 2).text();
  }

  /** 介護保険事業所番号 of one in the middle of the country. */
  public String someEstablishment() {
    return new Rows(plan, seed, Edition.FIRST).number(plan.size.establishments() / 2);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
