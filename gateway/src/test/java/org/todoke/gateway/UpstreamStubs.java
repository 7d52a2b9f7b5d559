package org.todoke.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real HTTP servers in the place of the services, and one place where nobody listens. */
public class UpstreamStubs implements QuarkusTestResourceLifecycleManager {

  static final List<String> SERVICES = List.of("registry", "notice", "checklist");

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    for (String service : SERVICES) {
      UpstreamStub stub = new UpstreamStub(service, vertx);
      config.put("todoke.gateway.routes." + service + ".url", stub.url());
      config.put("todoke.gateway.routes." + service + ".management-url", stub.url());
    }
    config.put("todoke.gateway.routes.nowhere.prefixes", "/v1/nowhere");
    config.put("todoke.gateway.routes.nowhere.url", "http://127.0.0.1:" + closedPort());
    config.put(
        "todoke.gateway.routes.nowhere.management-url",
        config.get("todoke.gateway.routes.notice.url"));
    return config;
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
