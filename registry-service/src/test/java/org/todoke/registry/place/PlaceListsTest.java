package org.todoke.registry.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.registry.number.LocalGovernmentNumber;
import org.todoke.testing.RepositoryRoot;

class PlaceListsTest {

  private final List<ListedPlace> places = PlaceLists.all();

  @Test
  void listsAreComplete() {
    assertThat(
            places.stream()
                .collect(Collectors.groupingBy(ListedPlace::kind, Collectors.counting())))
        .isEqualTo(Map.of("ward", 171L, "northern-territory", 6L, "retired", 16L, "renamed", 1L));
  }

  @Test
  void everyCodeChecksAndStandsOnce() {
    assertThat(places)
        .allSatisfy(
            place -> {
              assertThat(LocalGovernmentNumber.isValid(place.code())).isTrue();
              assertThat(place.successors()).allMatch(LocalGovernmentNumber::isValid);
              assertThat(place.prefecture().substring(3, 5))
                  .isEqualTo(place.code().substring(0, 2));
            });
    assertThat(places).extracting(ListedPlace::code).doesNotHaveDuplicates();
  }

  @Test
  void wardsBelongToTwentyCities() {
    assertThat(places)
        .filteredOn(place -> place.kind().equals("ward"))
        .allSatisfy(
            ward -> assertThat(ward.municipality()).startsWith("lg:" + ward.code().substring(0, 3)))
        .extracting(ListedPlace::municipality)
        .satisfies(cities -> assertThat(cities.stream().distinct()).hasSize(20));
  }

  @Test
  void northernTerritoriesAreThoseThatTheRulesKnow() {
    assertThat(places)
        .allMatch(
            place ->
                place.kind().equals("northern-territory")
                    == LocalGovernmentNumber.isNorthernTerritory(place.code()));
    // The village of the same name that is administered.
    assertThat(LocalGovernmentNumber.isNorthernTerritory("014036")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "designated-city-wards.csv, ward",
    "northern-territories.csv, northern-territory",
    "retired-codes-sample.csv, retired",
  })
  void sourcesHoldTheSameCodes(String file, String kind) throws IOException {
    Path source = RepositoryRoot.find().resolve("../shared/data").resolve(file);
    assumeThat(source).exists();

    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(Files.newBufferedReader(source))) {
      List<String> codes = csv.stream().map(row -> row.getField(0)).toList();

      assertThat(places)
          .filteredOn(
              place ->
                  place.kind().equals(kind) || kind.equals("retired") && place.reason() != null)
          .extracting(ListedPlace::code)
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }
}
