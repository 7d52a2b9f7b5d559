package org.todoke.notice.chasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.notice.NoticeFixture.EHIME;
import static org.todoke.notice.NoticeFixture.YAWATAHAMA;
import static org.todoke.notice.NoticeFixture.acknowledge;
import static org.todoke.notice.NoticeFixture.forwarded;
import static org.todoke.notice.NoticeFixture.issued;
import static org.todoke.notice.NoticeFixture.paperAsking;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.todoke.messaging.Outbox;
import org.todoke.notice.Rows;

/** Stretches of two deliveries, so that a small cascade takes many. */
@QuarkusTest
class SeveralInstancesTest extends ChasingCase {

  @Inject EntityManager em;
  @Inject Outbox outbox;
  @Inject ChasingConfig config;

  private UUID first = new UUID(0, 0);
  private UUID second = new UUID(0, 0);

  @BeforeEach
  void twoNoticesAtCitiesAndCorporations() {
    first = issued(paperAsking(null, "2013-07-31"));
    second = issued(paperAsking(null, "2013-07-31"));
    for (UUID notice : List.of(first, second)) {
      forwarded(notice, EHIME);
      forwarded(notice, YAWATAHAMA);
    }
    at("2013-07-22");
  }

  @Test
  void whatTwoInstancesDoAtTheSameTimeIsDoneOnce() throws Exception {
    var start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(2);
    try {
      var runs = new ArrayList<CompletableFuture<Void>>();
      for (int i = 0; i < 2; i++) {
        ChaseLate instance = instance();
        runs.add(
            CompletableFuture.runAsync(
                () -> {
                  await(start);
                  instance.chase();
                },
                pool));
      }
      start.countDown();
      CompletableFuture.allOf(runs.toArray(CompletableFuture[]::new)).get();
    } finally {
      pool.shutdown();
    }
    // Whoever was kept out by the lock has nothing left to do.
    instance().chase();

    everybodyWasRemindedOnce();
  }

  @Test
  void whatAnInstanceLeftWhenItWasKilledAnotherGoesOnWith() {
    ChaseLate killed = instance();
    assertThat(killed.chaseStretch()).isTrue();
    assertThat(killed.chaseStretch()).isTrue();
    assertThat(Rows.count("chase_day", "true")).isZero();

    instance().chase();
    everybodyWasRemindedOnce();
    assertThat(Rows.count("chase_day", "day = '2013-07-22'")).isEqualTo(1);
    assertThat(Rows.count("chase_run", "true")).isZero();
  }

  @Test
  void whoIsWorkingOnItThisMomentIsNotWaitedForAndCaughtUpTheNextDay() throws Exception {
    String corporation = "cn:2999905000101";
    try (Connection other = Rows.database().connectAsSuperuser()) {
      other.setAutoCommit(false);
      Rows.of(
          other,
          "select 1 from delivery where notice_id = ? and organization = ? for update",
          first,
          corporation);
      instance().chase();
      other.rollback();
    }
    assertThat(chased(first)).noneMatch(step -> step.startsWith(corporation)).isNotEmpty();
    assertThat(chased(second)).anyMatch(step -> step.startsWith(corporation));

    at("2013-07-23");
    instance().chase();
    assertThat(chased(first)).contains(corporation + " reminder 3");
  }

  @Test
  void whoIsDoneInTheMiddleOfTheWorkIsNotChased() {
    instance().chaseStretch();
    acknowledge(second, "cn:2999905000101").statusCode(200);
    forwarded(second, "cn:2999905000101");
    instance().chase();

    assertThat(chased(second)).noneMatch(step -> step.startsWith("cn:2999905000101"));
  }

  private static void everybodyWasRemindedOnce() {
    List<Map<String, Object>> told =
        Rows.of(
            """
            select notice_id, organization, count(*) as n from fact
            where type = 'delivery.reminded' group by 1, 2
            """);
    assertThat(told).hasSize(14).allSatisfy(row -> assertThat(row).containsEntry("n", 1L));
    assertThat(Rows.count("chase", "kind = 'reminder'")).isEqualTo(14);
    // Both notices in one for each.
    assertThat(Rows.count("chase_digest", "kind = 'reminder'")).isEqualTo(7);
  }

  private ChaseLate instance() {
    return new ChaseLate(
        new ChaseProgress(em, inSmallStretches()), new ChaseTables(em, outbox), config, clock);
  }

  private ChasingConfig inSmallStretches() {
    return (ChasingConfig)
        Proxy.newProxyInstance(
            ChasingConfig.class.getClassLoader(),
            new Class<?>[] {ChasingConfig.class},
            (proxy, method, arguments) ->
                method.getName().equals("atMost") ? 2 : method.invoke(config, arguments));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
