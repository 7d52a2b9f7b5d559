package org.todoke.notice.delivery;

import java.util.List;
import java.util.UUID;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

/** The facts of a delivery, as they were written down. */
abstract class AnsweringCase extends NoticeServiceTest {

  static List<String> facts(UUID notice, String organization) {
    return Rows.of(
            "select type from fact where notice_id = ? and organization = ? order by seq",
            notice,
            organization)
        .stream()
        .map(row -> (String) row.get("type"))
        .toList();
  }
}
