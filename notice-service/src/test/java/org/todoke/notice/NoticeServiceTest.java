package org.todoke.notice;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.MutableClock;
import org.todoke.testing.TodokeServiceResource;

/**
 * The whole service on real PostgreSQL and Kafka, with the sample organisations and nothing else.
 */
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "notice"))
@CleanDatabase(value = "notice", keep = "calendar_day")
public abstract class NoticeServiceTest {

  @Inject protected MutableClock clock;

  @BeforeEach
  void begin() {
    clock.set(MutableClock.MORNING_OF_THE_NOTICE);
    NoticeFixture.organizations();
  }
}
