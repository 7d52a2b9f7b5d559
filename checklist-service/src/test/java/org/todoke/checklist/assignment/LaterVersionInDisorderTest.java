package org.todoke.checklist.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.todoke.checklist.Cascade;
import org.todoke.checklist.Cascade.Arrival;
import org.todoke.checklist.Org;
import org.todoke.checklist.StatementCounter;
import org.todoke.checklist.Vol334;

/**
 * The news of a correction, of its arrivals and of answers come in whatever order, and more than
 * once.
 */
@QuarkusTest
class LaterVersionInDisorderTest extends LaterVersionCase {

  @Test
  void sameNewsTwiceIsFollowedOnce() {
    completed(former, Vol334.compliant()).statusCode(200);
    CloudEvent news = carriedOver("kept");

    feed.handle(later.event(), news, news);
    feed.handle(news);
    feed.handle(later.event());

    submission(later).body("revision", equalTo(1));
    assertThat(DeliveryFeed.facts(later.assignmentId())).containsExactly("created", "carried-over");
    assertThat(DeliveryFeed.facts(former.assignmentId()))
        .containsExactly("created", "submission-completed", "closed");
  }

  @Test
  void newsThatComesBeforeTheArrivalsWaitsForBoth() {
    Arrival earlier = Arrival.of(UUID.randomUUID(), checklist);
    CloudEvent news = Later.carriedOver(later, earlier.noticeId(), "kept");

    feed.handle(news);
    feed.handle(later.event());
    submission(later).body("status", equalTo("not-started"));
    feed.handle(earlier.event());

    assignment(earlier)
        .body("state", equalTo("closed"))
        .body("carriedOverTo", equalTo(later.assignmentId().toString()));
    assignment(later).body("carriedOverFrom", equalTo(earlier.assignmentId().toString()));
  }

  @Test
  void answerThatIsGivenToTheFormerUntilTheNewsComesIsNotLost() {
    feed.handle(later.event());
    completed(former, Vol334.compliant()).statusCode(200);

    feed.handle(carriedOver("kept"));

    submission(later).body("status", equalTo("completed"));
  }

  @Test
  void whoHasAnsweredTheLaterOneHasSaidWhatHolds() {
    completed(former, Vol334.compliant()).statusCode(200);
    feed.handle(later.event());
    completed(later, Vol334.notUsed()).statusCode(200);

    feed.handle(carriedOver("kept"));

    submission(later)
        .body("revision", equalTo(1))
        .body("completed.answers.uses-service", equalTo("no"));
    assignment(former).body("state", equalTo("closed"));
  }

  @Test
  void endOfTheFormerMayBeHeardOfFirst() {
    completed(former, Vol334.nonCompliant()).statusCode(200);
    feed.handleNotices(Later.superseded(former.noticeId(), later.noticeId()));
    remediations(former).body("items.state", contains("withdrawn"));

    feed.handle(later.event(), carriedOver("kept"));

    submission(later).body("status", equalTo("completed"));
    remediations(later).body("items.state", contains("open"));
  }

  @Test
  void faxThatCameBeforeTheCorrectionIsEnteredForTheCorrection() {
    feed.handle(later.event(), carriedOver("kept"));
    clock.set(Instant.parse("2013-07-29T00:00:00Z"));

    proxy(later, "2013-07-16T08:30:00Z").statusCode(200).body("onTime", equalTo(true));
  }

  @Test
  void otherQuestionsCannotHaveBeenAnsweredBeforeTheyCame() {
    publishWith("利用目的を答えてください。");
    feed.handle(later.event(), carriedOver("kept"));
    clock.set(Instant.parse("2013-07-29T00:00:00Z"));

    proxy(later, "2013-07-16T08:30:00Z")
        .statusCode(422)
        .body("violations.code", contains("submission.answered-before-arrival"));
  }

  @Test
  void excusedOneAnswersNeither() {
    feed.handle(
        later.event(),
        carriedOver("kept"),
        Cascade.excused(later.noticeId(), Org.HOME, 3, "closed"));

    assignment(later).body("closure.reason", equalTo("excused"));
  }

  @Test
  void wholeBatchCostsAsMuchAsOne() {
    UUID formerNotice = UUID.randomUUID();
    UUID laterNotice = UUID.randomUUID();
    List<CloudEvent> arrivals = new ArrayList<>();
    List<CloudEvent> news = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String home = "kj:38704%05d".formatted(i);
      arrivals.add(Arrival.of(formerNotice, checklist).at(home).event());
      Arrival next = Arrival.of(laterNotice, checklist).at(home);
      news.add(next.event());
      news.add(Later.carriedOver(next, formerNotice, "kept"));
    }
    feed.handle(arrivals.toArray(CloudEvent[]::new));

    int one = StatementCounter.during(() -> feed.handle(later.event(), carriedOver("kept")));
    int many = StatementCounter.during(() -> feed.handle(news.toArray(CloudEvent[]::new)));

    assertThat(many).isPositive().isEqualTo(one);
    assertThat(feed.count("select count(*) from assignment where carried_over_from is not null"))
        .isEqualTo(301);
    assertThat(feed.count("select count(*) from delivery_succession where not applied")).isZero();
  }
}
