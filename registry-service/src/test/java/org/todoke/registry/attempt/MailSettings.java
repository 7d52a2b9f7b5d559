package org.todoke.registry.attempt;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Turns mail on, and says where a test may open a mail server. */
public class MailSettings implements QuarkusTestResourceLifecycleManager {

  /** Test and service can come from different class loaders, so the port is told to the JVM. */
  static final String PORT = "todoke.test.mail-port";

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(free.getLocalPort());
      System.setProperty(PORT, port);
      return Map.of(
          "quarkus.mailer.host",
          "127.0.0.1",
          "quarkus.mailer.port",
          port,
          "quarkus.mailer.start-tls",
          "DISABLED",
          "todoke.mail.from",
          "todoke@example.jp",
          "todoke.mail.link-base",
          "https://todoke.example.jp/notices/",
          "todoke.attempts.timeout",
          "PT10S");
    } catch (IOException e) {
      throw new IllegalStateException("no port for a mail server", e);
    }
  }

  @Override
  public void stop() {}
}
