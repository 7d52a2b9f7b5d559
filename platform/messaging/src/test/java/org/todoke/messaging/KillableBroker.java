package org.todoke.messaging;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;
import org.todoke.testing.Eventually;

/** A broker in a process of its own, on a port and a folder that it keeps: to be killed. */
final class KillableBroker implements AutoCloseable {

  private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

  private final Path folder;
  private final int port = freePort();
  private final int controllerPort = freePort();
  private @Nullable Process process;

  KillableBroker(Path folder) {
    this.folder = folder;
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  void start() {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Main.class.getName(),
                  String.valueOf(port),
                  String.valueOf(controllerPort),
                  folder.resolve("data").toString())
              .redirectErrorStream(true)
              .redirectOutput(
                  ProcessBuilder.Redirect.appendTo(folder.resolve("broker.log").toFile()))
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                200))) {
      Eventually.value(Duration.ofSeconds(60), () -> answers(admin), answers -> answers);
    }
  }

  private static boolean answers(Admin admin) throws InterruptedException {
    try {
      admin.describeCluster().nodes().get(2, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
      return false;
    }
  }

  /** As {@code kill -9}. */
  void kill() {
    Process running = process;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
      process = null;
    }
  }

  @Override
  public void close() {
    kill();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process. */
  static final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
      File data = new File(args[2]);
      Files.createDirectories(data.toPath());
      new EmbeddedKafkaBroker()
          .withKafkaHost("127.0.0.1")
          .withKafkaPort(Integer.parseInt(args[0]))
          .withControllerPort(Integer.parseInt(args[1]))
          .withClusterId(CLUSTER)
          .withDeleteLogDirsOnClose(false)
          .withAdditionalProperties(
              properties -> {
                properties.put("log.dir", data.getPath());
                properties.put("log.dirs", data.getPath());
                properties.put("auto.create.topics.enable", "false");
              })
          .start();
    }
  }
}
