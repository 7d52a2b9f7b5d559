package org.todoke.stack.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.todoke.stack.Secrets;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackOptions;
import org.todoke.stack.StackProblem;
import org.todoke.stack.supervision.ManagedProcess;
import org.todoke.stack.supervision.Part;
import org.todoke.stack.supervision.Progress;
import org.todoke.stack.supervision.Signals;
import org.todoke.testing.ServiceDatabase;

/**
 * PostgreSQL with its data in the stack's folder, written through to the disk at every commit.
 * Passwords are asked for even on loopback.
 */
public final class PostgresPart implements Part {

  private static final String SUPERUSER = "postgres";

  private final StackFolders folders;
  private final Secrets secrets;
  private final int port;
  private final StackOptions.Sizing sizing;
  private final PostgresPrograms programs;

  public PostgresPart(StackFolders folders, Secrets secrets, int port, StackOptions.Sizing sizing) {
    this.folders = folders;
    this.secrets = secrets;
    this.port = port;
    this.sizing = sizing;
    this.programs = new PostgresPrograms(folders.programs());
  }

  @Override
  public String name() {
    return Stack.POSTGRES;
  }

  /**
   * Ends a server that a killed launcher left behind on the same data; its own lock file tells
   * which one it is.
   */
  public static void sweepUp(StackFolders folders, Progress progress) {
    leftOver(folders.postgres())
        .ifPresent(
            process -> {
              Signals.stop(process, "INT", Duration.ofSeconds(20));
              progress.sweptUp(Stack.POSTGRES, process.pid());
            });
  }

  static Optional<ProcessHandle> leftOver(Path data) {
    Path lock = data.resolve("postmaster.pid");
    if (!Files.exists(lock)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(lock);
      // The number may have been given to another program since: look whether it is a postgres.
      return lines.isEmpty()
          ? Optional.empty()
          : ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
              .filter(process -> process.info().command().orElse("").contains("postgres"));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Once killed, its backends live on for a moment and hold the shared memory; until they are gone
   * a new server on the same data refuses to start.
   */
  @Override
  public boolean maySucceedLater() {
    return Files.exists(folders.postgres().resolve("postmaster.pid"));
  }

  @Override
  public ManagedProcess launch() {
    programs.unpack();
    Path data = folders.postgres();
    if (!Files.exists(data.resolve("PG_VERSION"))) {
      initialise(data);
    }
    List<String> command = asOtherUser();
    command.addAll(
        List.of(
            programs.path("postgres"),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "fsync=on",
            "-c",
            "synchronous_commit=on",
            "-c",
            "max_connections=80",
            "-c",
            "timezone=UTC",
            "-c",
            "log_timezone=UTC",
            "-c",
            "cluster_name=todoke"));
    sizing.server().forEach(setting -> command.addAll(List.of("-c", setting)));
    return ManagedProcess.start(name(), command, Map.of(), folders.log(name()));
  }

  private void initialise(Path data) {
    // A half-made one of a run that was cut short.
    StackFolders.delete(data);
    secrets.password(SUPERUSER);
    List<String> command = asOtherUser();
    command.addAll(
        List.of(
            programs.path("initdb"),
            "-D",
            data.toString(),
            "-U",
            SUPERUSER,
            "--encoding=UTF8",
            // Not plain C, in which no Japanese character is a letter and a search finds none.
            "--locale=" + (isLinux() ? "C.UTF-8" : "en_US.UTF-8"),
            "--auth=scram-sha-256",
            "--pwfile=" + secrets.file(SUPERUSER)));
    Path log = folders.log(name());
    try {
      int code =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start()
              .waitFor();
      if (code != 0) {
        StackFolders.delete(data);
        throw new StackProblem("part.died", name(), code, log);
      }
    } catch (IOException e) {
      throw new StackProblem(e, "part.unstartable", name(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackProblem("start.stopped");
    }
  }

  /** PostgreSQL refuses to be root; in a user namespace without a mapping root is nobody. */
  private static List<String> asOtherUser() {
    boolean root = "root".equals(System.getProperty("user.name"));
    return new ArrayList<>(root && isLinux() ? List.of("unshare", "-U") : List.of());
  }

  private static boolean isLinux() {
    return System.getProperty("os.name").startsWith("Linux");
  }

  @Override
  public boolean isReady() {
    try (var connection =
        DriverManager.getConnection(serverUrl() + "postgres", SUPERUSER, superuserPassword())) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Each service gets its database and its two roles. */
  @Override
  public void prepare() {
    Stack.SERVICES_WITH_DATABASE.forEach(service -> ensure(ServiceDatabase.ofService(service)));
  }

  /** Creates a database with its two roles, or finds it as it is. */
  public void ensure(ServiceDatabase database) {
    try {
      database.ensure(
          serverUrl(),
          new ServiceDatabase.Credentials(SUPERUSER, superuserPassword()),
          secrets.password(database.ownerRole()),
          secrets.password(database.appRole()));
    } catch (SQLException e) {
      throw new StackProblem(e, "postgres.no-database", database.name(), e.getMessage());
    }
  }

  /** What a service must know to reach its database. */
  public Map<String, String> environmentOf(String service) {
    ServiceDatabase database = ServiceDatabase.ofService(service);
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL", url(database),
        "QUARKUS_DATASOURCE_PASSWORD", secrets.password(database.appRole()),
        "QUARKUS_FLYWAY_PASSWORD", secrets.password(database.ownerRole()));
  }

  public String url(ServiceDatabase database) {
    return serverUrl() + database.name();
  }

  private String serverUrl() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/";
  }

  private String superuserPassword() {
    return secrets.password(SUPERUSER);
  }

  /** Fast shutdown: it does not wait for clients to leave by themselves. */
  @Override
  public String stopSignal() {
    return "INT";
  }

  /** After a crash it first replays its log. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(120);
  }
}
