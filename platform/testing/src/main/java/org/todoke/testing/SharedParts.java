package org.todoke.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The started servers of this JVM. Only the copy of this class that the system class loader holds
 * ever starts anything: Quarkus loads test classes anew for every application that it starts, and a
 * server whose class loader was closed behind it could not load another class. For the same reason
 * only strings cross this border.
 */
final class SharedParts {

  static final String URL = "url";
  static final String USER = "user";
  static final String PASSWORD = "password";
  static final String KEY = "key";

  private static final Map<String, Map<String, String>> STARTED = new ConcurrentHashMap<>();

  private SharedParts() {}

  static Map<String, String> postgres() {
    return once(
        "postgres",
        () ->
            Backend.chosen() == Backend.CONTAINERS
                ? ContainerParts.postgres()
                : EmbeddedParts.postgres());
  }

  static Map<String, String> kafka() {
    return once(
        "kafka",
        () ->
            Backend.chosen() == Backend.CONTAINERS
                ? ContainerParts.kafka()
                : EmbeddedParts.kafka());
  }

  static Map<String, String> issuer() {
    return once("issuer", EmbeddedParts::issuer);
  }

  private static Map<String, String> once(String part, Supplier<Map<String, String>> start) {
    // Threads of a server inherit the context loader of the thread that starts it.
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(SharedParts.class.getClassLoader());
    try {
      return STARTED.computeIfAbsent(part, name -> Map.copyOf(start.get()));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Asks the one copy in the system class loader, whichever copy is asked. */
  @SuppressWarnings("unchecked")
  static Map<String, String> ask(String part) {
    try {
      var method =
          ClassLoader.getSystemClassLoader()
              .loadClass(SharedParts.class.getName())
              .getDeclaredMethod(part);
      method.setAccessible(true);
      return (Map<String, String>) method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot start " + part + " for the tests", e);
    }
  }
}
