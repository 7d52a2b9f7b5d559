package org.todoke.notice.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.IKATA;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;
import org.todoke.testing.Eventually;
import org.todoke.testing.TopicWriter;

/** Departments of governments and members of unions come with the events of the registry. */
@QuarkusTest
class DepartmentsKnownTest extends NoticeServiceTest {

  private static final String UNION = "lg:388017";

  private TopicWriter topic;

  @BeforeEach
  void open() {
    topic = new TopicWriter();
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void departmentsAndMembersAreThoseOfTheLastEvent() {
    said(
        """
        , "members": ["%s", "%s"],
        "departments": [{"duty": "care-insurance", "name": "介護保険課"},
          {"duty": "some-duty-to-come", "name": "新課"}]
        """
            .formatted(YAWATAHAMA, IKATA));
    known("{lg:382043,lg:384429}", "care-insurance 介護保険課, some-duty-to-come 新課");

    said(", \"members\": [\"%s\"]".formatted(IKATA));
    known("{lg:384429}", "");
  }

  private void said(String more) {
    topic.send(
        TopicWriter.event(
            EventType.ORGANIZATION_CHANGED,
            UNION,
            UNION,
            System.nanoTime(),
            """
            {"code": "%s", "kind": "union", "name": "架空広域連合", "parent": "%s", "prefecture": "%s",
             "state": "active", "validFrom": "2006-04-01", "serviceTypes": [], "channels": ["api"]
             %s}
            """
                .formatted(UNION, EHIME, EHIME, more)));
  }

  private static void known(String members, String departments) {
    Eventually.assertThat(
        () -> {
          List<Map<String, Object>> rows =
              Rows.of(
                  """
                  select cast(members as text) as members, coalesce((
                    select string_agg(concat(d ->> 'duty', ' ', d ->> 'name'), ', ')
                    from jsonb_array_elements(departments) d), '') as departments
                  from organization where code = ?
                  """,
                  UNION);
          assertThat(rows).containsExactly(Map.of("members", members, "departments", departments));
        });
  }
}
