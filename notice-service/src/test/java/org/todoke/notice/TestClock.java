package org.todoke.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.todoke.testing.MutableClock;

/** The service's clock in tests: it stands still until a test moves it. */
@ApplicationScoped
class TestClock {

  @Produces
  @ApplicationScoped
  MutableClock clock() {
    return new MutableClock();
  }
}
