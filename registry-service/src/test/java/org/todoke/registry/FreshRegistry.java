package org.todoke.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.todoke.testing.CleanDatabase;

/** Sets the registry back, before each test, to what the service loaded at its start. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@CleanDatabase(
    value = "registry",
    reload = {
      "organization",
      "organization_history",
      "establishment_service",
      "establishment_count",
      "contact",
      "place_code",
      "place_succession"
    })
public @interface FreshRegistry {}
