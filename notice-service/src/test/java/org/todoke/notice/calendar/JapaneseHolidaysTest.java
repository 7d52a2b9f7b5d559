package org.todoke.notice.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what the Cabinet Office has published (国民の祝日について, its list up to 2027). */
class JapaneseHolidaysTest {

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMdd");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2007, 0101 0108 0211 0212 0321 0429 0430 0503 0504 0505 0716 0917 0923 0924 1008 1103 1123 1223 1224
          2008, 0101 0114 0211 0320 0429 0503 0504 0505 0506 0721 0915 0923 1013 1103 1123 1124 1223
          2009, 0101 0112 0211 0320 0429 0503 0504 0505 0506 0720 0921 0922 0923 1012 1103 1123 1223
          2010, 0101 0111 0211 0321 0322 0429 0503 0504 0505 0719 0920 0923 1011 1103 1123 1223
          2011, 0101 0110 0211 0321 0429 0503 0504 0505 0718 0919 0923 1010 1103 1123 1223
          2012, 0101 0102 0109 0211 0320 0429 0430 0503 0504 0505 0716 0917 0922 1008 1103 1123 1223 1224
          2013, 0101 0114 0211 0320 0429 0503 0504 0505 0506 0715 0916 0923 1014 1103 1104 1123 1223
          2014, 0101 0113 0211 0321 0429 0503 0504 0505 0506 0721 0915 0923 1013 1103 1123 1124 1223
          2015, 0101 0112 0211 0321 0429 0503 0504 0505 0506 0720 0921 0922 0923 1012 1103 1123 1223
          2016, 0101 0111 0211 0320 0321 0429 0503 0504 0505 0718 0811 0919 0922 1010 1103 1123 1223
          2017, 0101 0102 0109 0211 0320 0429 0503 0504 0505 0717 0811 0918 0923 1009 1103 1123 1223
          2018, 0101 0108 0211 0212 0321 0429 0430 0503 0504 0505 0716 0811 0917 0923 0924 1008 1103 1123 1223 1224
          2019, 0101 0114 0211 0321 0429 0430 0501 0502 0503 0504 0505 0506 0715 0811 0812 0916 0923 1014 1022 1103 1104 1123
          2020, 0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0723 0724 0810 0921 0922 1103 1123
          2021, 0101 0111 0211 0223 0320 0429 0503 0504 0505 0722 0723 0808 0809 0920 0923 1103 1123
          2022, 0101 0110 0211 0223 0321 0429 0503 0504 0505 0718 0811 0919 0923 1010 1103 1123
          2023, 0101 0102 0109 0211 0223 0321 0429 0503 0504 0505 0717 0811 0918 0923 1009 1103 1123
          2024, 0101 0108 0211 0212 0223 0320 0429 0503 0504 0505 0506 0715 0811 0812 0916 0922 0923 1014 1103 1104 1123
          2025, 0101 0113 0211 0223 0224 0320 0429 0503 0504 0505 0506 0721 0811 0915 0923 1013 1103 1123 1124
          2026, 0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 1123
          2027, 0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123
          """)
  void everyHolidayIsOneThatTheCabinetOfficeNamesAndNoneIsMissing(int year, String official) {
    assertThat(
            JapaneseHolidays.of(year).keySet().stream()
                .map(SHORT::format)
                .collect(Collectors.joining(" ")))
        .isEqualTo(official);
  }

  @ParameterizedTest
  @CsvSource({
    "2019-05-01, 即位の日",
    "2019-04-30, 国民の休日",
    "2019-05-02, 国民の休日",
    "2019-05-06, 振替休日",
    "2019-10-22, 即位礼正殿の儀の行われる日",
    "2020-07-24, スポーツの日",
    "2021-08-09, 振替休日",
    "2018-10-08, 体育の日",
    "2009-05-06, 振替休日",
    "2026-09-22, 国民の休日",
    "2018-12-23, 天皇誕生日",
    "2020-02-23, 天皇誕生日",
  })
  void holidayIsCalledAsTheLawCallsIt(LocalDate day, String name) {
    assertThat(JapaneseHolidays.of(day.getYear())).containsEntry(day, name);
  }

  @Test
  void yearOfTheChangeOnTheThroneHadNoBirthdayOfAnEmperor() {
    assertThat(JapaneseHolidays.of(2019)).doesNotContainValue("天皇誕生日");
  }

  @Test
  void sundayHolidayIsAlwaysMadeUpForByADayThatIsNoSunday() {
    for (int year = JapaneseHolidays.FIRST_YEAR; year <= JapaneseHolidays.LAST_YEAR; year++) {
      var holidays = JapaneseHolidays.of(year);
      long onSundays =
          holidays.keySet().stream().filter(d -> d.getDayOfWeek() == DayOfWeek.SUNDAY).count();
      assertThat(holidays.values().stream().filter(JapaneseHolidays.SUBSTITUTE::equals))
          .as("substitutes of %d", year)
          .hasSize((int) onSundays);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2006, 2100})
  void yearWithoutARuleIsRefusedRatherThanGuessed(int year) {
    assertThatThrownBy(() -> JapaneseHolidays.of(year))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
