package org.todoke.benchmarks.nation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  /** The sample organisations of the suite have numbers of the same kind. */
  @Test
  void corporateNumbersNameAnOfficeThatDoesNotExist() {
    assertThat(Numbers.corporate(LegalForm.KABUSHIKI, 0)).isEqualTo("6999901100000");
    assertThat(Numbers.corporate(LegalForm.FUKUSHI, 68_562)).matches("[1-9]999905168562");
  }

  @ParameterizedTest
  @CsvSource({
    "38,7,04,0,false,3870499005",
    "38,9,04,99,false,3890499993",
    "38,7,04,100,false,38T0400019"
  })
  void establishmentNumbersTakeTheirSerialsFromTheTopAndThenASpareLetter(
      String prefecture, char category, String region, int nth, boolean medical, String number) {
    assertThat(Numbers.establishment(prefecture, category, region, nth, medical)).isEqualTo(number);
  }

  @Test
  void medicalInstitutionsCheckOverTheirOwnSevenCharacters() {
    String whole = Numbers.establishment("13", '1', "01", 3, false);
    String own = Numbers.establishment("13", '1', "01", 3, true);

    assertThat(own.substring(0, 9)).isEqualTo(whole.substring(0, 9));
    assertThat(own).isNotEqualTo(whole);
  }

  @Test
  void noTwoOfAKindAreTheSame() {
    Set<String> numbers = new HashSet<>();
    for (int nth = 0; nth < 10_099; nth++) {
      numbers.add(Numbers.establishment("27", '7', "02", nth, false));
    }

    assertThat(numbers).hasSize(10_099);
    assertThatThrownBy(() -> Numbers.establishment("27", '7', "02", 10_099, false))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 8, 17, 334})
  void spoiltNumberIsNobodyElses(int index) {
    String number = Numbers.corporate(LegalForm.YUGEN, index);

    assertThat(Numbers.spoiltCorporate(number))
        .matches("[1-9][0-9]{12}")
        .endsWith(number.substring(1))
        .isNotEqualTo(number);
  }

  @Test
  void namesRepeatOnlyWhenAllAreUsedUp() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < Names.count(); i++) {
      names.add(Names.core(i).text());
    }

    assertThat(names).hasSize(72_000);
  }
}
