package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.registry.organization.OrganizationFixture.CORPORATION;
import static org.todoke.registry.organization.OrganizationFixture.DAY_SERVICE;
import static org.todoke.registry.organization.OrganizationFixture.EHIME;
import static org.todoke.registry.organization.OrganizationFixture.YAWATAHAMA;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.web.Violation;

class SiteTest {

  @ParameterizedTest
  @CsvSource({"33.50, 33.5", "33.4612344, 33.461234", "33.4612345, 33.461235", "40, 4E+1"})
  void degreesHaveOneForm(BigDecimal one, BigDecimal other) {
    assertThat(new Site(null, null, one, one, null))
        .isEqualTo(new Site(null, null, other, other, null));
  }

  @Test
  void degreesAreWrittenWithoutExponent() {
    assertThat(new Site(null, null, null, new BigDecimal("130"), null).longitude())
        .hasToString("130");
  }

  @Test
  void wardLiesInTheMunicipality() {
    // All but the last check; 141011 is a ward of Yokohama.
    assertThat(faults(DAY_SERVICE, OrganizationKind.ESTABLISHMENT, ward("381012"))).isEmpty();
    assertThat(faults(DAY_SERVICE, OrganizationKind.ESTABLISHMENT, ward("141011")))
        .containsExactly("/ward organization.places-contradict");
    assertThat(faults(DAY_SERVICE, OrganizationKind.ESTABLISHMENT, ward("381011")))
        .containsExactly("/ward local-government-code.check-digit");
  }

  @Test
  void wardNeedsItsMunicipality() {
    Attributes floating =
        new Attributes("架空", null, null, EHIME, null, null, List.of(), ward("381012"));

    assertThat(faults(CORPORATION, OrganizationKind.CORPORATION, floating))
        .containsExactly("/ward organization.ward-without-municipality");
  }

  @Test
  void onlyOperatorsLieInAWard() {
    Attributes municipality =
        new Attributes("架空市", null, EHIME, EHIME, null, null, List.of(), ward("381012"));

    assertThat(faults(YAWATAHAMA, OrganizationKind.MUNICIPALITY, municipality))
        .containsExactly("/ward organization.attribute-not-for-kind");
  }

  @Test
  void oneCoordinateAloneIsNoPlace() {
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                new Site(null, null, new BigDecimal("33.4"), null, null)))
        .containsExactly("/longitude value.required");
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                new Site(null, null, null, new BigDecimal("132.4"), null)))
        .containsExactly("/latitude value.required");
  }

  private static Site ward(String ward) {
    return new Site(null, null, null, null, ward);
  }

  private static List<String> faults(OrganizationCode code, OrganizationKind kind, Site site) {
    return faults(
        code,
        kind,
        new Attributes("架空", "カクウ", null, EHIME, YAWATAHAMA, CORPORATION, List.of("15"), site));
  }

  private static List<String> faults(
      OrganizationCode code, OrganizationKind kind, Attributes attributes) {
    return OrganizationRules.judge(
            code, kind, attributes, OrganizationFixture.known(), OrganizationFixture.SERVICE_TYPES)
        .violations()
        .stream()
        .map(SiteTest::told)
        .toList();
  }

  private static @Nullable String told(Violation violation) {
    return violation.pointer() + ' ' + violation.code();
  }
}
