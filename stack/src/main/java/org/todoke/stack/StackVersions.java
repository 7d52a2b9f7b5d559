package org.todoke.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Versions that the build knows and that the running stack needs. */
public final class StackVersions {

  private static final Properties KNOWN = load();

  private StackVersions() {}

  public static String keycloak() {
    return KNOWN.getProperty("keycloak");
  }

  public static String postgres() {
    return KNOWN.getProperty("postgres");
  }

  private static Properties load() {
    var properties = new Properties();
    try (InputStream in =
        Objects.requireNonNull(StackVersions.class.getResourceAsStream("versions.properties"))) {
      properties.load(in);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
