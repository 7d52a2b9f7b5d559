package org.todoke.benchmarks.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NationTest {

  private static final Plan WHOLE = Nation.of(NationSize.WHOLE, Nation.USUAL_SEED).plan();

  @TempDir Path folder;

  @Test
  void sameSeedGivesTheSameBytes() {
    Nation nation = Nation.of(NationSize.of(0.01), Nation.USUAL_SEED);

    assertThat(nation.write(Edition.FIRST, folder.resolve("a.csv")).sha256())
        .isEqualTo("aa882a6b2f6dc235fd8879119311e3dd30426906a418a0773535aaba9afc17ad");
    assertThat(nation.write(Edition.HALF_YEAR_LATER, folder.resolve("b.csv")).sha256())
        .isEqualTo("a5c308b1372190119c4c524c66a090680dd3af585198bb6f799c374720ee7a7f");
  }

  @Test
  void anotherSeedGivesAnotherNation() {
    Written one = Nation.of(NationSize.of(0.01), 1).write(Edition.FIRST, folder.resolve("a.csv"));
    Written two = Nation.of(NationSize.of(0.01), 2).write(Edition.FIRST, folder.resolve("b.csv"));

    assertThat(one.rows()).isEqualTo(two.rows());
    assertThat(one.sha256()).isNotEqualTo(two.sha256());
  }

  @Test
  void wholeNationHasAsManyAsTheCountry() {
    Rows rows = new Rows(WHOLE, Nation.USUAL_SEED, Edition.FIRST);
    Set<Integer> corporations = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    int all = 0;
    for (int e = 0; e < WHOLE.establishments(Edition.FIRST); e++) {
      corporations.add(WHOLE.corporation(e));
      numbers.add(rows.number(e));
      all += WHOLE.bundle(e).rows();
    }

    assertThat(corporations).hasSize(68_563);
    assertThat(numbers).hasSize(190_003);
    assertThat(all).isEqualTo(223_103);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.1, 0.25})
  void partOfTheNationHasThatPartOfEach(double fraction) {
    NationSize size = NationSize.of(fraction);
    Plan plan = Nation.of(size, Nation.USUAL_SEED).plan();
    Set<Integer> corporations = new HashSet<>();
    int rows = 0;
    for (int e = 0; e < size.establishments(); e++) {
      corporations.add(plan.corporation(e));
      rows += plan.bundle(e).rows();
    }

    assertThat(corporations).hasSize((int) Math.round(68_563 * fraction));
    assertThat(plan.establishments(Edition.FIRST)).isEqualTo((int) Math.round(190_003 * fraction));
    assertThat(rows).isEqualTo((int) Math.round(223_103 * fraction));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 0.001, 1.01, Double.NaN})
  void otherFractionsAreRefused(double fraction) {
    assertThatThrownBy(() -> NationSize.of(fraction)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fileIsOfTheLayoutOfTheOfficialOnes() throws IOException {
    Written written =
        Nation.of(NationSize.of(0.01), 7).write(Edition.FIRST, folder.resolve("a.csv"));
    String text = Files.readString(written.file(), StandardCharsets.UTF_8);

    assertThat(text).startsWith("\uFEFF都道府県コード又は市町村コード,No,").endsWith("\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
    assertThat(written.bytes()).isEqualTo(Files.size(written.file()));
    assertThat(read(written.file()))
        .hasSize((int) written.rows())
        .allSatisfy(row -> assertThat(row.getFieldCount()).isEqualTo(24))
        .allSatisfy(row -> assertThat(row.getField("No")).isEqualTo(row.getField("事業所番号")));
  }

  @Test
  void filesByServiceHaveTheSameRowsAsTheWhole() {
    Nation nation = Nation.of(NationSize.of(0.01), 7);

    Written whole = nation.write(Edition.FIRST, folder.resolve("all.csv"));
    List<Written> files = nation.writeByService(Edition.FIRST, folder);

    assertThat(files.stream().mapToLong(Written::rows).sum()).isEqualTo(whole.rows());
    assertThat(files).hasSize(35);
    assertThat(files.stream().flatMap(file -> read(file.file()).stream().map(NationTest::cells)))
        .containsExactlyElementsOf(read(whole.file()).stream().map(NationTest::cells).toList());
  }

  @Test
  void faultsAreAsFrequentAsInTheOfficialFiles() {
    Written written =
        Nation.of(NationSize.of(0.1), 334).write(Edition.FIRST, folder.resolve("a.csv"));
    List<NamedCsvRecord> rows = read(written.file());
    Predicate<String> wide = text -> text.chars().anyMatch(c -> c >= '！' && c <= '～');
    Predicate<String> narrow = text -> text.chars().anyMatch(c -> c >= 'ｦ' && c <= 'ﾟ');

    assertThat(share(rows, "電話番号", wide)).isCloseTo(0.022, within(0.004));
    assertThat(share(rows, "電話番号", t -> !t.matches("0\\d+-\\d+-\\d+")))
        .isCloseTo(0.054, within(0.005));
    assertThat(share(rows, "住所", wide)).isCloseTo(0.31, within(0.01));
    assertThat(share(rows, "住所", narrow)).isCloseTo(0.0025, within(0.001));
    assertThat(share(rows, "事業所名", narrow)).isCloseTo(0.002, within(0.001));
    assertThat(share(rows, "法人の名称", wide)).isCloseTo(0.036, within(0.006));
    assertThat(share(rows, "法人番号", String::isEmpty)).isCloseTo(0.066, within(0.005));
    assertThat(share(rows, "法人の名称", String::isEmpty)).isCloseTo(0.012, within(0.002));
    assertThat(share(rows, "緯度", t -> t.startsWith("0."))).isCloseTo(0.0015, within(0.001));
    assertThat(share(rows, "定員", "0"::equals)).isCloseTo(0.395, within(0.01));
    assertThat(share(rows, "定員", String::isEmpty)).isCloseTo(0.322, within(0.01));
    assertThat(share(rows, "利用可能曜日", String::isEmpty)).isCloseTo(0.46, within(0.01));
    assertThat(
            share(
                rows,
                "URL",
                t -> !t.isEmpty() && !t.startsWith("http://") && !t.startsWith("https://")))
        .isCloseTo(0.065 * 0.84, within(0.01));
    assertThat(share(rows, "備考", String::isEmpty)).isEqualTo(1);
  }

  @Test
  void corporationsAreAsLargeAndAsWidespreadAsInTheCountry() {
    int[] rows = new int[WHOLE.size.corporations()];
    Map<Integer, Set<String>> places = new HashMap<>();
    for (int e = 0; e < WHOLE.size.establishments(); e++) {
      rows[WHOLE.corporation(e)] += WHOLE.bundle(e).rows();
      places
          .computeIfAbsent(WHOLE.corporation(e), c -> new HashSet<>())
          .add(WHOLE.municipality(e).code());
    }
    double several = places.values().stream().filter(p -> p.size() > 1).count();

    assertThat(count(rows, 1, 1)).isEqualTo(33_305);
    assertThat(count(rows, 2, 5)).isEqualTo(27_200);
    assertThat(count(rows, 6, 10)).isEqualTo(5_400);
    assertThat(count(rows, 11, 20)).isEqualTo(1_900);
    assertThat(count(rows, 21, 50)).isEqualTo(597);
    assertThat(count(rows, 51, 2_700)).isEqualTo(161);
    assertThat(rows[0]).isEqualTo(2_700);
    assertThat(several / rows.length).isCloseTo(0.12, within(0.02));
  }

  @Test
  void municipalitiesHaveTheirShareOfTheRows() {
    Map<String, Integer> rows = new HashMap<>();
    for (int e = 0; e < WHOLE.size.establishments(); e++) {
      rows.merge(WHOLE.municipality(e).code(), WHOLE.bundle(e).rows(), Integer::sum);
    }

    assertThat(rows).hasSize(1_741 - 138);
    assertThat(rows.get("271004")).isCloseTo(6_557, within(130));
    assertThat(rows.get("141003")).isCloseTo(5_380, within(110));
  }

  @Test
  void halfAYearLaterSomeAreGoneSomeNewSomeChanged() {
    Nation nation = Nation.of(NationSize.of(0.1), 334);
    Map<String, List<List<String>>> before =
        byNumber(nation.write(Edition.FIRST, folder.resolve("a.csv")));
    Map<String, List<List<String>>> after =
        byNumber(nation.write(Edition.HALF_YEAR_LATER, folder.resolve("b.csv")));
    double all = before.size();
    long gone = before.keySet().stream().filter(n -> !after.containsKey(n)).count();
    long fresh = after.keySet().stream().filter(n -> !before.containsKey(n)).count();
    long changed =
        before.keySet().stream()
            .filter(n -> after.containsKey(n) && !after.get(n).equals(before.get(n)))
            .count();

    assertThat(gone / all).isCloseTo(0.02, within(0.003));
    assertThat(fresh / all).isCloseTo(0.015, within(0.001));
    assertThat(changed / all).isCloseTo(0.03, within(0.004));
  }

  private static long count(int[] rows, int least, int most) {
    return Arrays.stream(rows).filter(r -> r >= least && r <= most).count();
  }

  private static double share(List<NamedCsvRecord> rows, String column, Predicate<String> what) {
    return (double) rows.stream().filter(r -> what.test(r.getField(column))).count() / rows.size();
  }

  private static Map<String, List<List<String>>> byNumber(Written written) {
    return read(written.file()).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getField("事業所番号"),
                Collectors.mapping(NationTest::cells, Collectors.toList())));
  }

  private static List<String> cells(NamedCsvRecord row) {
    return List.copyOf(row.getFields());
  }

  private static List<NamedCsvRecord> read(Path file) {
    try (var rows = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      return rows.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
