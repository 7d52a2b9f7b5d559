package org.todoke.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.todoke.testing.MutableClock;

/** Stands in for the machine's clock. */
@ApplicationScoped
class TestClock {

  @Produces
  @Singleton
  MutableClock clock() {
    return new MutableClock(RegistryTest.NOW);
  }
}
