package org.todoke.checklist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.todoke.testing.MutableClock;

/** Puts a clock that stands still in the stead of the machine's. */
@ApplicationScoped
class TestClock {

  @Produces
  @Singleton
  MutableClock clock() {
    return new MutableClock();
  }
}
