package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.web.JapaneseDates.Fault;
import org.todoke.web.JapaneseDates.NotADate;

class JapaneseDatesTest {

  @ParameterizedTest
  @CsvSource({
    "2013-07-11, 2013-07-11",
    "２０１３－０７－１１, 2013-07-11",
    "平成25年7月11日, 2013-07-11",
    "平成２５年７月１１日, 2013-07-11",
    "平成25年07月01日, 2013-07-01",
    "' 平成 25 年 7 月 11 日 ', 2013-07-11",
    "　平成２５年　７月１１日, 2013-07-11",
    "㍻25年7月11日, 2013-07-11",
    "㋿6年4月1日, 2024-04-01",
    "H25.7.11, 2013-07-11",
    "h25.7.11, 2013-07-11",
    "H25/7/11, 2013-07-11",
    "H25-7-11, 2013-07-11",
    "R6.4.1, 2024-04-01",
    "Ｒ６．４．１, 2024-04-01",
    "令和元年5月1日, 2019-05-01",
    "令和1年5月1日, 2019-05-01",
    "平成12年2月29日, 2000-02-29",
    "令和6年2月29日, 2024-02-29"
  })
  void datesOfPapersAreRead(String text, LocalDate date) {
    assertThat(JapaneseDates.parse(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "明治6年1月1日, 1873-01-01",
    "明治45年7月30日, 1912-07-30",
    "大正元年7月30日, 1912-07-30",
    "大正15年12月25日, 1926-12-25",
    "昭和元年12月25日, 1926-12-25",
    "昭和64年1月7日, 1989-01-07",
    "平成元年1月8日, 1989-01-08",
    "平成31年4月30日, 2019-04-30",
    "令和元年5月1日, 2019-05-01"
  })
  void firstAndLastDaysOfAnEraBelongToIt(String text, LocalDate date) {
    assertThat(JapaneseDates.parse(text)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({
    "明治45年7月31日, ERA_ENDED",
    "大正15年12月26日, ERA_ENDED",
    "昭和64年1月8日, ERA_ENDED",
    "平成31年5月1日, ERA_ENDED",
    "平成32年4月1日, ERA_ENDED",
    "明治5年12月31日, BEFORE_ERA",
    "大正元年7月29日, BEFORE_ERA",
    "昭和元年12月24日, BEFORE_ERA",
    "平成元年1月7日, BEFORE_ERA",
    "令和元年4月30日, BEFORE_ERA",
    "平成25年2月30日, NOT_A_DAY",
    "平成25年2月29日, NOT_A_DAY",
    "平成25年4月31日, NOT_A_DAY",
    "平成25年13月1日, NOT_A_DAY",
    "平成25年0月1日, NOT_A_DAY",
    "平成25年1月0日, NOT_A_DAY",
    "平成0年1月8日, NOT_A_DAY",
    "2013-02-29, NOT_A_DAY",
    "2013-13-01, NOT_A_DAY",
    "2013-00-10, NOT_A_DAY"
  })
  void dayThatIsNoneIsRefusedForWhatItIs(String text, Fault fault) {
    assertThatExceptionOfType(NotADate.class)
        .isThrownBy(() -> JapaneseDates.parse(text))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(fault));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "平成",
        "平成25年",
        "平成25年7月",
        "27.4.1",
        "25年7月11日",
        "平成25年度",
        "2013/07/11",
        "2013-7-11",
        "20130711",
        "2013-07-11T00:00:00Z",
        "H25.7-11",
        "平成25年7月11",
        "平成百年7月11日",
        "慶應3年1月1日",
        "平成125年7月11日",
        "平成25年7月11日まで",
        "-2013-07-11",
        "٢٠١٣-٠٧-١١"
      })
  void whatIsNotADateIsNotGuessed(String text) {
    assertThatExceptionOfType(NotADate.class)
        .isThrownBy(() -> JapaneseDates.parse(text))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNREADABLE));
  }

  @Test
  void longTextIsNotLookedAt() {
    assertThatExceptionOfType(NotADate.class)
        .isThrownBy(() -> JapaneseDates.parse(" ".repeat(100) + "平成25年7月11日"))
        .satisfies(e -> assertThat(e.fault()).isEqualTo(Fault.UNREADABLE));
  }

  @ParameterizedTest
  @CsvSource({
    "平成31年5月1日, 2019-05-01, true",
    "平成32年4月1日, 2020-04-01, true",
    "昭和64年1月8日, 1989-01-08, true",
    "平成31年4月30日, 2019-04-30, false",
    "2020-04-01, 2020-04-01, false"
  })
  void importTakesDaysBeyondTheEraWithAFlag(String text, LocalDate date, boolean beyond) {
    assertThat(JapaneseDates.parseLeniently(text))
        .isEqualTo(new JapaneseDates.Reading(date, beyond));
  }

  @ParameterizedTest
  @ValueSource(strings = {"平成25年2月30日", "平成32年13月1日", "平成元年1月7日", "27.4.1"})
  void importTakesNothingElseThatIsWrong(String text) {
    assertThatExceptionOfType(NotADate.class).isThrownBy(() -> JapaneseDates.parseLeniently(text));
  }
}
