package org.todoke.registry.number;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/check-digit-vectors.csv", numLinesToSkip = 1)
  void agreeWithEveryKnownVector(String scheme, String number, String expected) {
    String found =
        switch (scheme) {
          case "local_government" -> LocalGovernmentNumber.isValid(number) ? "valid" : "invalid";
          case "corporate" -> CorporateNumber.isValid(number) ? "valid" : "invalid";
          case "care_establishment" ->
              switch (EstablishmentNumber.check(number)) {
                case VALID -> "valid";
                case VALID_AS_MEDICAL_INSTITUTION -> "valid-7";
                case DOUBTFUL, MALFORMED -> "invalid";
              };
          default -> throw new IllegalArgumentException(scheme);
        };
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"382043", "380008", "011002", "131016", "271403"})
  void localGovernmentNumberHasOneCheckDigitOnly(String number) {
    char last = number.charAt(5);
    for (char other = '0'; other <= '9'; other++) {
      assertThat(LocalGovernmentNumber.isValid(number.substring(0, 5) + other))
          .isEqualTo(other == last);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"480002", "000000", "990000"})
  void localGovernmentNumberOfAPrefectureThatDoesNotExistIsNotValid(String number) {
    for (char last = '0'; last <= '9'; last++) {
      assertThat(LocalGovernmentNumber.isValid(number.substring(0, 5) + last)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"７000012050002", "70000120500021", "700001205000", "7000012o50002", ""})
  void corporateNumberOfAnotherFormIsNotValid(String number) {
    assertThat(CorporateNumber.isValid(number)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "3870400012, DOUBTFUL",
    "38O0400012, MALFORMED",
    "387040001, MALFORMED",
    "３８70400012, MALFORMED",
    // Passes over the last seven characters, but no medical institution has category 7.
    "1472880029, DOUBTFUL",
  })
  void establishmentNumberIsDoubtedRatherThanRefused(
      String number, EstablishmentNumber.Check expected) {
    assertThat(EstablishmentNumber.check(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"380008, true", "382043, false", "271004, false"})
  void prefecturesAreToldFromBodiesInThem(String number, boolean prefecture) {
    assertThat(LocalGovernmentNumber.isPrefecture(number)).isEqualTo(prefecture);
  }
}
