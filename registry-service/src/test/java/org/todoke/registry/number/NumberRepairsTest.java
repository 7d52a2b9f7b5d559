package org.todoke.registry.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRepairsTest {

  private static final int TRIES = 500;
  private static final String CHARACTERS = "0123456789０１２－-‐ー .TtEe+Ｂ Ｉab\u3000漢";

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 20);
  }

  @ParameterizedTest
  @CsvSource({
    "4011001098993, 4011001098993",
    "４０１１００１０９８９９３, 4011001098993",
    "T4011001098993, 4011001098993",
    "Ｔ４０１１００１０９８９９３, 4011001098993",
    "4-0110-0109-8993, 4011001098993",
    "' 4011001098993　', 4011001098993",
    "011001098993, 4011001098993",
    "4011001098993.0, 4011001098993",
    "1.000020380008E+12, 1000020380008",
    "1.000020380008E12, 1000020380008",
  })
  void corporateNumbersAreRepaired(String written, String number) {
    assertThat(CorporateNumberRepair.repaired(written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.00002E+12",
        "1020000113616",
        "0580001018392",
        "40110010989931",
        "01100109899",
        "T",
        "",
        "未定",
        "4011001098993.5",
        "1E99",
        "TT4011001098993"
      })
  void corporateNumbersThatNobodyCanKnowAreLeft(String written) {
    assertThat(CorporateNumberRepair.repaired(written)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1.00002E+12, true",
    "１．００００２Ｅ＋１２, true",
    "1E+12, true",
    "1.000020380008E+12, false",
    "1000020380008, false",
    "E+12, false"
  })
  void digitsLostInASpreadsheetAreSeen(String written, boolean lost) {
    assertThat(CorporateNumberRepair.lostDigits(written)).isEqualTo(lost);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repairedCorporateNumbersAreValidAndStay(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String written = random.nextBoolean() ? digits(random, 11, 14) : anything(random, 16);
      String repaired = CorporateNumberRepair.repaired(written);
      if (repaired != null) {
        assertThat(CorporateNumber.isValid(repaired)).as(written).isTrue();
        assertThat(CorporateNumberRepair.repaired(repaired)).isEqualTo(repaired);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void corporateNumbersSurviveWhatPeopleDoToThem(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String number = CorporateNumber.withCheckDigit(digits(random, 12, 12));
      assertThat(CorporateNumber.isValid(number)).isTrue();
      assertThat(CorporateNumberRepair.repaired(disguised(random, number))).isEqualTo(number);
      assertThat(CorporateNumberRepair.repaired(number.substring(1))).isEqualTo(number);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void oneWrongDigitOfACorporateNumberIsNeverRepaired(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      char[] number = CorporateNumber.withCheckDigit(digits(random, 12, 12)).toCharArray();
      int at = random.nextInt(13);
      char old = number[at];
      number[at] = (char) ('0' + (number[at] - '0' + 1 + random.nextInt(9)) % 10);
      String written = new String(number);
      // Nine and zero leave the same remainder by nine.
      boolean same = at > 0 && (old - number[at]) % 9 == 0;
      assertThat(CorporateNumberRepair.repaired(written)).isEqualTo(same ? written : null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0170208441, 0170208441",
    "170208441, 0170208441",
    "０１Ｂ１４０００１４, 01B1400014",
    "01b1400014, 01B1400014",
    "01-B140-0014, 01B1400014",
    "1690200165.0, 1690200165",
    // Doubtful numbers are real, and are not touched.
    "3870400012, 3870400012",
    "1452880029, 1452880029",
  })
  void establishmentNumbersAreRepaired(String written, String number) {
    assertThat(EstablishmentNumberRepair.repaired(written)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"170208442", "38I0400011", "38704000", "38704000123", "", "なし", "1.7E+9"})
  void establishmentNumbersThatNobodyCanKnowAreLeft(String written) {
    assertThat(EstablishmentNumberRepair.repaired(written)).isNull();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repairedEstablishmentNumbersAreOfTheFormAndStay(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String written = random.nextBoolean() ? digits(random, 8, 11) : anything(random, 12);
      String repaired = EstablishmentNumberRepair.repaired(written);
      if (repaired != null) {
        assertThat(EstablishmentNumber.check(repaired))
            .as(written)
            .isNotEqualTo(EstablishmentNumber.Check.MALFORMED);
        assertThat(EstablishmentNumberRepair.repaired(repaired)).isEqualTo(repaired);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void zeroIsPutBeforeNineDigitsOnlyIfTheCheckDigitProvesIt(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      String nine = digits(random, 9, 9);
      boolean proven = EstablishmentNumber.check("0" + nine) == EstablishmentNumber.Check.VALID;
      assertThat(EstablishmentNumberRepair.repaired(nine)).isEqualTo(proven ? "0" + nine : null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "382043, 382043",
    "38204, 382043",
    "92011, 092011",
    "1100, 011002",
    "３８２０４３, 382043",
    "382043.0, 382043",
  })
  void localGovernmentCodesAreRepaired(String written, String code) {
    Set<String> existing = Set.of("382043", "092011", "011002");

    assertThat(LocalGovernmentNumberRepair.candidates(written, existing::contains))
        .containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"382044", "131017", "3820", "38205", "", "八幡浜", "3820431", "38"})
  void localGovernmentCodesThatNobodyCanKnowAreLeft(String written) {
    Set<String> existing = Set.of("382043", "131016", "092011", "011002");

    assertThat(LocalGovernmentNumberRepair.candidates(written, existing::contains)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void repairedLocalGovernmentCodesExistAndCheck(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < TRIES; i++) {
      Set<String> existing =
          IntStream.range(0, 50)
              .mapToObj(n -> String.format("%05d", 1_000 + random.nextInt(47_000)))
              .map(LocalGovernmentNumber::withCheckDigit)
              .collect(Collectors.toSet());
      String meant = existing.iterator().next();
      String five = meant.substring(0, 5);
      for (String written : List.of(meant, five, strippedOfZero(meant), strippedOfZero(five))) {
        List<String> candidates =
            LocalGovernmentNumberRepair.candidates(written, existing::contains);
        assertThat(candidates).contains(meant).isSubsetOf(existing);
        assertThat(candidates).allMatch(LocalGovernmentNumber::isValid);
      }
      assertThat(LocalGovernmentNumberRepair.candidates(anything(random, 8), existing::contains))
          .isSubsetOf(existing);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "99999, true",
    "999999, true",
    "000000, true",
    "９９９９９, true",
    "99998, false",
    "9, false"
  })
  void codesThatStandForNoneAreSeen(String written, boolean placeholder) {
    assertThat(LocalGovernmentNumberRepair.isPlaceholder(written)).isEqualTo(placeholder);
  }

  private static String strippedOfZero(String code) {
    return code.startsWith("0") ? code.substring(1) : code;
  }

  /** Full width, hyphens, spaces, a T before it or a fraction behind it. */
  private static String disguised(Random random, String number) {
    StringBuilder written = new StringBuilder();
    for (char c : number.toCharArray()) {
      written.append(random.nextBoolean() ? (char) (c - '0' + '０') : c);
      if (random.nextInt(4) == 0) {
        written.append("-‐−ー 　".charAt(random.nextInt(6)));
      }
    }
    return switch (random.nextInt(3)) {
      case 0 -> "Ｔ" + written;
      case 1 -> written + ".0";
      default -> written.toString();
    };
  }

  private static String digits(Random random, int fewest, int most) {
    return random
        .ints(fewest + random.nextInt(most - fewest + 1), '0', '9' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String anything(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return text.toString();
  }
}
