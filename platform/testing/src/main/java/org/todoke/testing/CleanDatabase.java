package org.todoke.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Empties the database of a service before each test: {@code @CleanDatabase("notice")}. A test that
 * fails leaves its rows to be looked at.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(CleanDatabase.Cleaner.class)
public @interface CleanDatabase {

  /** Name of the service, or of any database that starts with {@code todoke_}. */
  String value();

  /** Tables left as they are. */
  String[] keep() default {};

  /** Tables set back to what they held before the first test. */
  String[] reload() default {};

  /** Does it. */
  final class Cleaner implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
      CleanDatabase wanted =
          AnnotationSupport.findAnnotation(
                  context.getRequiredTestClass(),
                  CleanDatabase.class,
                  context.getEnclosingTestClasses())
              .orElseThrow();
      var database =
          wanted.value().startsWith("todoke_")
              ? new ServiceDatabase(wanted.value())
              : ServiceDatabase.ofService(wanted.value());
      Databases.clean(database, Set.of(wanted.keep()), Set.of(wanted.reload()));
    }
  }
}
