package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.registry.organization.OrganizationFixture.ASSOCIATION;
import static org.todoke.registry.organization.OrganizationFixture.CORPORATION;
import static org.todoke.registry.organization.OrganizationFixture.DAY_SERVICE;
import static org.todoke.registry.organization.OrganizationFixture.DIVISION;
import static org.todoke.registry.organization.OrganizationFixture.EHIME;
import static org.todoke.registry.organization.OrganizationFixture.IKATA;
import static org.todoke.registry.organization.OrganizationFixture.KOCHI;
import static org.todoke.registry.organization.OrganizationFixture.KOCHI_CITY;
import static org.todoke.registry.organization.OrganizationFixture.MINISTRY;
import static org.todoke.registry.organization.OrganizationFixture.YAWATAHAMA;
import static org.todoke.registry.organization.OrganizationFixture.attributes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.web.Violation;

class OrganizationRulesTest {

  @Test
  void everyKindHasAFormThatIsAccepted() {
    assertThat(faults(MINISTRY, OrganizationKind.MINISTRY, attributes(null, null, null, null)))
        .isEmpty();
    assertThat(faults(DIVISION, OrganizationKind.DIVISION, attributes(MINISTRY, null, null, null)))
        .isEmpty();
    assertThat(faults(EHIME, OrganizationKind.PREFECTURE, attributes(MINISTRY, null, null, null)))
        .isEmpty();
    assertThat(
            faults(YAWATAHAMA, OrganizationKind.MUNICIPALITY, attributes(EHIME, null, null, null)))
        .isEmpty();
    assertThat(
            faults(
                ASSOCIATION, OrganizationKind.ASSOCIATION, attributes(MINISTRY, null, null, null)))
        .isEmpty();
    assertThat(
            faults(CORPORATION, OrganizationKind.CORPORATION, attributes(null, null, null, null)))
        .isEmpty();
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                attributes(null, null, YAWATAHAMA, CORPORATION, "15")))
        .isEmpty();
  }

  @Test
  void prefectureFollowsFromTheMunicipality() {
    assertThat(
            judge(
                    DAY_SERVICE,
                    OrganizationKind.ESTABLISHMENT,
                    attributes(null, null, YAWATAHAMA, CORPORATION))
                .attributes()
                .prefecture())
        .isEqualTo(EHIME);
  }

  @Test
  void prefectureFollowsFromTheParent() {
    assertThat(
            judge(ASSOCIATION, OrganizationKind.ASSOCIATION, attributes(EHIME, null, null, null))
                .attributes()
                .prefecture())
        .isEqualTo(EHIME);
  }

  @Test
  void nationalAssociationMayLieInAPrefecture() {
    assertThat(
            judge(
                    ASSOCIATION,
                    OrganizationKind.ASSOCIATION,
                    attributes(MINISTRY, KOCHI, null, null))
                .attributes()
                .prefecture())
        .isEqualTo(KOCHI);
  }

  @ParameterizedTest
  @CsvSource({
    "cn:5999901000102, ESTABLISHMENT, organization-code.other-scheme",
    "lg:382044, MUNICIPALITY, local-government-code.check-digit",
    "lg:382043, PREFECTURE, local-government-code.other-level",
    "lg:380008, MUNICIPALITY, local-government-code.other-level",
    "lg:388017, MUNICIPALITY, local-government-code.other-level",
    "lg:382043, UNION, local-government-code.other-level",
    "lg:380008, UNION, local-government-code.other-level",
    "lg:388018, UNION, local-government-code.check-digit",
    "lg:398012, UNION, local-government-code.other-prefecture",
    "cn:1020000113616, CORPORATION, corporate-number.check-digit",
    "go:mhlw.roken, MINISTRY, organization-code.of-a-division",
    "go:other.roken, DIVISION, organization-code.of-another-ministry",
    "go:mhlwroken, DIVISION, organization-code.of-another-ministry",
  })
  void codeMustFitTheKind(String code, OrganizationKind kind, String expected) {
    Attributes attributes =
        switch (kind) {
          case DIVISION, PREFECTURE -> attributes(MINISTRY, null, null, null);
          case MUNICIPALITY, UNION -> attributes(EHIME, null, null, null);
          case ESTABLISHMENT -> attributes(null, null, YAWATAHAMA, CORPORATION);
          default -> attributes(null, null, null, null);
        };

    assertThat(faults(OrganizationCode.of(code), kind, attributes))
        .containsExactly("/code " + expected);
  }

  @Test
  void municipalityHasACodeOfItsPrefecture() {
    assertThat(
            faults(YAWATAHAMA, OrganizationKind.MUNICIPALITY, attributes(KOCHI, null, null, null)))
        .containsExactly("/code local-government-code.other-prefecture");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(
            faults(
                OrganizationCode.of("cn:1020000113616"),
                OrganizationKind.CORPORATION,
                attributes(EHIME, KOCHI, YAWATAHAMA, CORPORATION, "15")))
        .containsExactlyInAnyOrder(
            "/code corporate-number.check-digit",
            "/parent organization.attribute-not-for-kind",
            "/corporation organization.attribute-not-for-kind",
            "/prefecture organization.places-contradict",
            "/serviceTypes organization.attribute-not-for-kind");
  }

  @Test
  void establishmentNeedsPlaceAndOperator() {
    assertThat(
            faults(DAY_SERVICE, OrganizationKind.ESTABLISHMENT, attributes(null, null, null, null)))
        .containsExactlyInAnyOrder(
            "/municipality organization.municipality-required",
            "/corporation organization.corporation-required");
  }

  @Test
  void referencesMustExistBeActiveAndOfTheRightKind() {
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                attributes(null, null, OrganizationCode.of("lg:011002"), CORPORATION)))
        .containsExactly("/municipality organization.unknown");
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                attributes(null, null, IKATA, CORPORATION)))
        .containsExactly("/municipality organization.referred-is-closed");
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                attributes(null, null, EHIME, YAWATAHAMA)))
        .containsExactlyInAnyOrder(
            "/municipality organization.other-kind-needed",
            "/corporation organization.other-kind-needed");
  }

  @Test
  void parentMustBeOfTheRightKind() {
    assertThat(faults(EHIME, OrganizationKind.PREFECTURE, attributes(null, null, null, null)))
        .containsExactly("/parent organization.parent-required");
    assertThat(faults(EHIME, OrganizationKind.PREFECTURE, attributes(KOCHI, null, null, null)))
        .containsExactly("/parent organization.other-kind-needed");
  }

  @Test
  void associationOfAPrefectureCannotLieInAnother() {
    assertThat(
            faults(
                ASSOCIATION,
                OrganizationKind.ASSOCIATION,
                attributes(EHIME, null, KOCHI_CITY, null)))
        .containsExactly("/municipality organization.places-contradict");
  }

  @Test
  void serviceTypesMustBeKnown() {
    assertThat(
            faults(
                DAY_SERVICE,
                OrganizationKind.ESTABLISHMENT,
                attributes(null, null, YAWATAHAMA, CORPORATION, "15", "99", "2A")))
        .containsExactly("/serviceTypes service-type.unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "kj:3870498213, ",
    "kj:3870400012, establishment-number.check-digit",
    // Passes over its last seven characters only, as medical institutions round Tokyo do.
    "kj:1452880029, establishment-number.other-prefecture",
    "cn:5999901000102, ",
  })
  void oddNumbersAreWarnedOf(String code, String expected) {
    assertThat(OrganizationRules.warningsAbout(OrganizationCode.of(code), EHIME))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static List<String> faults(
      OrganizationCode code, OrganizationKind kind, Attributes attributes) {
    return judge(code, kind, attributes).violations().stream()
        .map(OrganizationRulesTest::line)
        .toList();
  }

  private static String line(Violation violation) {
    return violation.pointer() + " " + violation.code();
  }

  private static OrganizationRules.Judgement judge(
      OrganizationCode code, OrganizationKind kind, Attributes attributes) {
    return OrganizationRules.judge(
        code, kind, attributes, OrganizationFixture.known(), OrganizationFixture.SERVICE_TYPES);
  }
}
