package org.todoke.notice.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** The table that queries count by, against the rule. */
@QuarkusTest
class CalendarDayTest extends NoticeServiceTest {

  @Test
  void everyDayOfTheTableIsAsTheRuleHasIt() {
    List<Map<String, Object>> days =
        Rows.of("select day, holiday, office, number from calendar_day order by day");

    LocalDate expected = LocalDate.of(2010, 1, 1);
    int number = 0;
    for (Map<String, Object> row : days) {
      LocalDate day = ((Date) row.get("day")).toLocalDate();
      assertThat(day).isEqualTo(expected);
      boolean holiday = JapaneseHolidays.of(day.getYear()).containsKey(day);
      boolean office = OfficeDays.isOfficeDay(day);
      number += office ? 1 : 0;
      assertThat(row)
          .as("%s", day)
          .containsEntry("holiday", holiday)
          .containsEntry("office", office)
          .containsEntry("number", number);
      expected = expected.plusDays(1);
    }
    assertThat(expected).isEqualTo("2061-01-01");
  }

  @Test
  void databaseCountsOfficeDaysAsJavaDoes() {
    LocalDate first = LocalDate.of(2026, 12, 26);
    for (LocalDate last = first; last.isBefore(first.plusDays(60)); last = last.plusDays(1)) {
      assertThat(Rows.of("select office_days_between(?, ?) as n", first, last).get(0).get("n"))
          .isEqualTo(OfficeDays.between(first, last));
    }
    assertThat(
            Rows.of("select office_days_between(date '1999-01-01', date '2026-01-01') as n")
                .get(0)
                .get("n"))
        .isNull();
  }
}
