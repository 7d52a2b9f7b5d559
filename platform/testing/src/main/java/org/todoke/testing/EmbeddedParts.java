package org.todoke.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** Real servers without Docker, gone with the JVM that started them. */
final class EmbeddedParts {

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final List<Logger> TALKATIVE =
      List.of(
          Logger.getLogger("kafka"),
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("state.change.logger"));

  private EmbeddedParts() {}

  /** Durability is off (the default of the library): these data live as long as the tests. */
  static Map<String, String> postgres() {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("max_connections", "200")
              // As in the stack: in plain C no Japanese character is a letter, and a search by
              // trigrams finds none.
              .setLocaleConfig(
                  "locale",
                  System.getProperty("os.name").startsWith("Linux") ? "C.UTF-8" : "en_US.UTF-8")
              .setServerConfig("timezone", "UTC")
              .start();
      atExit("stop-postgres", postgres::close);
      return Map.of(
          SharedParts.URL, "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/",
          SharedParts.USER, "postgres",
          SharedParts.PASSWORD, "postgres");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, String> kafka() {
    TALKATIVE.forEach(logger -> logger.setLevel(Level.WARNING));
    EmbeddedKafkaBroker broker =
        new EmbeddedKafkaBroker()
            .withKafkaHost("127.0.0.1")
            .withDeleteLogDirsOnClose(true)
            .withAdditionalProperties(
                properties -> {
                  properties.put("auto.create.topics.enable", "false");
                  properties.put("group.initial.rebalance.delay.ms", "0");
                  properties.put("offsets.topic.num.partitions", "3");
                })
            .start();
    atExit("stop-kafka", broker::close);
    String bootstrap = broker.getAdvertisedListeners().replaceFirst("^[A-Z_]+://", "");
    KafkaTopics.createAll(bootstrap);
    return Map.of(SharedParts.URL, bootstrap);
  }

  static Map<String, String> issuer() {
    try {
      RSAKey key = new RSAKeyGenerator(2048).keyID(Tokens.ISSUER).generate();
      // The wrapper around MockWebServer, because the one around Netty meets the Netty of Quarkus.
      var server =
          new MockOAuth2Server(
              new OAuth2Config(
                  false,
                  null,
                  null,
                  false,
                  new OAuth2TokenProvider(new KeyProvider(List.of(key), "RS256")),
                  Set.of(),
                  new MockWebServerWrapper()));
      server.start(InetAddress.getLoopbackAddress(), 0);
      atExit("stop-issuer", server::shutdown);
      return Map.of(
          SharedParts.URL, server.issuerUrl(Tokens.ISSUER).toString(),
          SharedParts.KEY, key.toJSONString());
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key for tokens", e);
    }
  }

  private interface Stop {
    void run() throws Exception;
  }

  private static void atExit(String name, Stop stop) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    stop.run();
                  } catch (Exception e) {
                    System.err.println(name + ": " + e);
                  }
                },
                name));
  }
}
