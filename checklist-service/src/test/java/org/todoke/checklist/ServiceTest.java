package org.todoke.checklist;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.todoke.testing.CleanDatabase;
import org.todoke.testing.MutableClock;
import org.todoke.testing.TodokeServiceResource;

/** A test against the running service on real PostgreSQL and Kafka. */
@QuarkusTestResource(
    value = TodokeServiceResource.class,
    initArgs = @ResourceArg(name = "service", value = "checklist"))
@CleanDatabase("checklist")
public abstract class ServiceTest {

  @Inject protected MutableClock clock;

  @BeforeEach
  void setTheClockBack() {
    clock.set(MutableClock.MORNING_OF_THE_NOTICE);
  }
}
