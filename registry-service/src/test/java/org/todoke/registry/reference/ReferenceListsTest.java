package org.todoke.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.todoke.registry.number.CorporateNumber;
import org.todoke.registry.number.EstablishmentNumber;
import org.todoke.registry.number.LocalGovernmentNumber;

class ReferenceListsTest {

  private final List<ListedOrganization> official = ReferenceLists.official();
  private final List<ListedOrganization> sample = ReferenceLists.sample();

  @Test
  void officialListsAreComplete() {
    Map<String, Long> counts =
        official.stream()
            .collect(Collectors.groupingBy(ListedOrganization::kind, Collectors.counting()));

    assertThat(counts)
        .isEqualTo(
            Map.of("ministry", 1L, "division", 10L, "prefecture", 47L, "municipality", 1741L));
  }

  @Test
  void ehimeHasItsTwentyMunicipalities() {
    assertThat(official)
        .filteredOn(o -> o.kind().equals("municipality") && "lg:380008".equals(o.parent()))
        .hasSize(20)
        .extracting(ListedOrganization::name)
        .contains("八幡浜市", "大洲市", "伊方町");
  }

  @Test
  void villagesWithoutAdministrationAreAbsent() {
    assertThat(official)
        .extracting(ListedOrganization::code)
        .doesNotContain(
            "lg:016951", "lg:016969", "lg:016977", "lg:016985", "lg:016993", "lg:017001")
        .contains("lg:014036");
  }

  @Test
  void everyLocalGovernmentCodeChecksAndLiesInItsPrefecture() {
    assertThat(official)
        .filteredOn(o -> o.code().startsWith("lg:"))
        .allSatisfy(
            o -> {
              assertThat(LocalGovernmentNumber.isValid(o.code().substring(3))).isTrue();
              if (o.kind().equals("municipality")) {
                assertThat(o.code().substring(0, 5))
                    .isEqualTo(String.valueOf(o.parent()).substring(0, 5));
              }
            });
  }

  @Test
  void sampleNumbersCheckAndCanBelongToNobody() {
    assertThat(sample)
        .hasSize(16)
        .allSatisfy(
            o -> {
              String number = o.code().substring(3);
              if (o.code().startsWith("cn:")) {
                assertThat(CorporateNumber.isValid(number)).isTrue();
                assertThat(number.substring(1, 5)).isEqualTo("9999");
              } else {
                assertThat(EstablishmentNumber.check(number))
                    .isEqualTo(EstablishmentNumber.Check.VALID);
                assertThat(number.substring(5, 9)).isBetween("9800", "9999");
              }
            });
  }

  @Test
  void sampleOffersKnownServicesOnly() {
    assertThat(sample).flatExtracting(ListedOrganization::services).isNotEmpty();
    assertThat(ReferenceLists.serviceTypes())
        .containsAll(sample.stream().flatMap(o -> o.services().stream()).toList());
  }

  @Test
  void operatorOfTheSampleIsReachedByFaxOnly() {
    assertThat(sample)
        .filteredOn(o -> o.code().equals("cn:8999905000104"))
        .singleElement()
        .extracting(ListedOrganization::channels)
        .isEqualTo(List.of("fax"));
  }

  @Test
  void everyContactBelongsToSomebodyInTheSample() {
    assertThat(sample)
        .extracting(ListedOrganization::code)
        .containsAll(
            ReferenceLists.sampleContacts().stream().map(ListedContact::organization).toList());
  }
}
