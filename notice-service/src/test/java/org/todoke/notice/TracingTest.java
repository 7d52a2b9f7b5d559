package org.todoke.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.DIVISION;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.draft;
import static org.todoke.notice.NoticeFixture.json;
import static org.todoke.notice.NoticeFixture.paper;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.testing.ReceivedEvent;

/**
 * With the one switch on, what a request does by the thousand belongs to its trace on Kafka too.
 */
@QuarkusTest
@TestProfile(TracingTest.TracingOn.class)
class TracingTest extends NoticeServiceTest {

  /** As an operator would set it, but for a collector. */
  public static class TracingOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.traces.exporter", "none");
    }
  }

  @Test
  void everyEventOfAStatementForManyCarriesTheTraceOfItsRequest() {
    String issuing = "11111111111111111111111111111111";
    String acknowledging = "22222222222222222222222222222222";
    String forwarding = "33333333333333333333333333333333";
    UUID notice = draft(paper());
    try (Events events = new Events()) {
      as(DIVISION)
          .header("traceparent", parent(issuing))
          .post("/v1/notices/{id}/issue", notice)
          .then()
          .statusCode(200);
      as(EHIME)
          .header("traceparent", parent(acknowledging))
          .contentType(ContentType.JSON)
          .body(json("handledBy", "長寿介護課"))
          .post("/v1/notices/{id}/deliveries/{organization}/acknowledgement", notice, EHIME)
          .then()
          .statusCode(200);
      as(EHIME)
          .header("traceparent", parent(forwarding))
          .contentType(ContentType.JSON)
          .body(toAll())
          .post("/v1/notices/{id}/deliveries/{organization}/forwarding", notice, EHIME)
          .then()
          .statusCode(201);

      List<ReceivedEvent> all = events.of(notice);

      assertThat(traces(all, "notice.issued")).containsExactly(issuing);
      assertThat(traces(all, "delivery.acknowledged")).containsExactly(acknowledging);
      assertThat(traces(all, "forwarding.forwarded")).containsExactly(forwarding);
      // Those of the prefectures, and those of everybody to whom one of them passed it on.
      assertThat(traces(all, "delivery.arrived"))
          .contains(issuing, forwarding)
          .containsOnly(issuing, forwarding)
          .hasSizeGreaterThan(4);
    }
  }

  private static String parent(String trace) {
    return "00-" + trace + "-4444444444444444-01";
  }

  private static List<String> traces(List<ReceivedEvent> events, String type) {
    return events.stream()
        .filter(event -> event.type().equals(type))
        .map(event -> String.valueOf(event.extension("traceparent")))
        .map(parent -> parent.length() < 35 ? parent : parent.substring(3, 35))
        .toList();
  }
}
