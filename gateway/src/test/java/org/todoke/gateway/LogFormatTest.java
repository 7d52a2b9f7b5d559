package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.todoke.testing.RepositoryRoot;

/**
 * The gateway does not build on the platform, but its lines are read beside those of the services.
 */
class LogFormatTest {

  @Test
  void linesHaveTheFormOfTheServices() throws IOException {
    Map<String, String> services =
        logging("platform/web/src/main/resources/META-INF/microprofile-config.properties");

    assertThat(services).containsEntry("quarkus.log.json.fields.mdc.flat-fields", "true");
    assertThat(logging("gateway/src/main/resources/application.properties")).isEqualTo(services);
  }

  private static Map<String, String> logging(String file) throws IOException {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(RepositoryRoot.find().resolve(file))) {
      all.load(reader);
    }
    Map<String, String> found = new TreeMap<>();
    for (String name : all.stringPropertyNames()) {
      if (name.contains("quarkus.log.")) {
        found.put(name, all.getProperty(name));
      }
    }
    return found;
  }
}
