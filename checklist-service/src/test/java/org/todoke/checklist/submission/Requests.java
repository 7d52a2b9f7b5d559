package org.todoke.checklist.submission;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.Cascade;

/** What is asked about the answers of one assignment. */
final class Requests {

  private Requests() {}

  static String path(UUID id) {
    return "/v1/assignments/" + id + "/submission";
  }

  static ValidatableResponse get(UUID id) {
    return Cascade.home().get(path(id)).then().statusCode(200);
  }

  static ValidatableResponse save(UUID id, @Nullable String ifMatch, Map<String, Object> answers) {
    var request = Cascade.home().body(Map.of("answers", answers));
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path(id)).then();
  }

  static ValidatableResponse complete(
      RequestSpecification who, UUID id, Map<String, Object> answers) {
    return who.body(Map.of("answers", answers)).post(path(id) + "/completion").then();
  }

  static ValidatableResponse proxy(
      UUID id, String answeredAt, String channel, Map<String, Object> answers) {
    return Cascade.city()
        .body(Map.of("answers", answers, "answeredAt", answeredAt, "channel", channel))
        .post(path(id) + "/completion")
        .then();
  }
}
