package org.todoke.notice.revision;

import static org.hamcrest.Matchers.equalTo;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.KOCHI;
import static org.todoke.notice.NoticeFixture.KOCHI_CITY;
import static org.todoke.notice.NoticeFixture.OZU;
import static org.todoke.notice.NoticeFixture.as;
import static org.todoke.notice.NoticeFixture.coverLetter;
import static org.todoke.notice.NoticeFixture.forward;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.toAll;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What later papers do to the days that each tier is given from its receipt on. */
@QuarkusTest
class AllowanceTest extends VersionCase {

  @Test
  void correctionTakesOverTheDaysThatALetterGaveAndCountsThemFromItsOwnReceipt() {
    UUID id = issued(asking());
    forward(id, EHIME, giving(2)).statusCode(201);
    forwarded(id, KOCHI);

    UUID later = issuedLater(about("corrects", id));

    deadline(later, OZU)
        .body("allowance.officeDays", equalTo(2))
        .body("allowance.givenBy", equalTo("forwarder"))
        .body("allowance.from", equalTo("2013-07-12"))
        .body("allowance.until", equalTo("2013-07-17"));
    deadline(later, KOCHI_CITY)
        .body("allowance.officeDays", equalTo(5))
        .body("allowance.givenBy", equalTo("default"));
  }

  @Test
  void replacementIsPassedOnAnewAndTakesNothingOver() {
    UUID id = issued(asking());
    forward(id, EHIME, giving(2)).statusCode(201);

    UUID later = issuedLater(about("replaces", id));

    deadline(later, OZU)
        .body("allowance.officeDays", equalTo(5))
        .body("allowance.givenBy", equalTo("default"));
  }

  /** Whoever takes longer to pass it on takes it from those below, however late the date is. */
  @Test
  void dateThatIsPutOffMovesTheDateAndNotTheDaysOfThoseWhoPassOn() {
    UUID id = issued(asking());
    deadline(id, EHIME)
        .body("allowance.until", equalTo("2013-07-17"))
        .body("expectedBy", equalTo("2013-07-17"));

    issuedLater(extension(id, "2013-08-09"));

    deadline(id, EHIME)
        .body("dueOn", equalTo("2013-08-09"))
        .body("allowance.until", equalTo("2013-07-17"))
        .body("expectedBy", equalTo("2013-07-17"));
  }

  private static Map<String, Object> giving(int allowance) {
    Map<String, Object> forwarding = toAll();
    Map<String, Object> letter = coverLetter();
    letter.put("allowance", allowance);
    forwarding.put("coverLetter", letter);
    return forwarding;
  }

  private static ValidatableResponse deadline(UUID notice, String organization) {
    return as(organization)
        .get("/v1/notices/{id}/deliveries/{o}/deadline", notice, organization)
        .then()
        .statusCode(200);
  }
}
