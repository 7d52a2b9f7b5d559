package org.todoke.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.todoke.testing.ServiceDatabase;

/** PostgreSQL from its Maven artefact, durable: what it has acknowledged survives a kill. */
final class Postgres {

  private static final String SUPERUSER = "postgres";

  private final Path data;
  private final Path log;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  Postgres(Path data, Path log, int port) {
    this.data = data;
    this.log = log;
    this.port = port;
  }

  void start() {
    stopLeftover();
    try {
      Files.createDirectories(log.getParent());
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPort(port)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("shared_buffers", "128MB")
              .setServerConfig("max_connections", "60")
              .setServerConfig("timezone", "UTC")
              .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException | IllegalStateException e) {
      throw new StackFailure("did-not-start", "PostgreSQL", "10", log.toString());
    }
  }

  void ensureDatabases(List<String> services, Secrets secrets) {
    for (String each : services) {
      try {
        ServiceDatabase.ofService(each)
            .ensure(
                serverUrl(),
                new ServiceDatabase.Credentials(SUPERUSER, SUPERUSER),
                secrets.get(each + ".owner"),
                secrets.get(each + ".app"));
      } catch (SQLException e) {
        throw new IllegalStateException("cannot prepare the database of " + each, e);
      }
    }
  }

  /** Up to and including the last slash. */
  String serverUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/";
  }

  /** The server's first process; its children are its connections and workers. */
  Optional<ProcessHandle> handle() {
    Path pidFile = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(pidFile)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(pidFile);
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive).filter(Postgres::isPostgres);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().map(c -> c.contains("postgres")).orElse(true);
  }

  /** SIGKILL to the server and everything below it. */
  void kill() {
    handle()
        .ifPresent(
            postmaster -> {
              List<ProcessHandle> all = postmaster.descendants().toList();
              postmaster.destroyForcibly();
              postmaster.onExit().join();
              all.forEach(ProcessHandle::destroyForcibly);
              all.forEach(each -> each.onExit().join());
            });
    server = null;
  }

  void stop() {
    EmbeddedPostgres running = server;
    server = null;
    if (running != null) {
      try {
        running.close();
      } catch (IOException e) {
        kill();
      }
    }
    stopLeftover();
  }

  /** A server that a killed launcher left running holds the data: it has to end before another one may begin. */
  private void stopLeftover() {
    handle()
        .ifPresent(
            left -> {
              left.destroy();
              try {
                left.onExit().get(15, TimeUnit.SECONDS);
              } catch (TimeoutException | ExecutionException e) {
                kill();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
