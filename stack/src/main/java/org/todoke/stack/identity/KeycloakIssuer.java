package org.todoke.stack.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.todoke.stack.Ports;
import org.todoke.stack.Secrets;
import org.todoke.stack.Stack;
import org.todoke.stack.StackFolders;
import org.todoke.stack.StackProblem;
import org.todoke.stack.StackVersions;
import org.todoke.stack.postgres.PostgresPart;
import org.todoke.stack.supervision.HttpProbe;
import org.todoke.stack.supervision.ManagedProcess;
import org.todoke.testing.ServiceDatabase;

/**
 * Keycloak with the realm of the demonstration, in a database beside those of the services. Maven
 * fetches and unpacks it the first time.
 */
public final class KeycloakIssuer implements Issuer {

  private static final ServiceDatabase DATABASE = ServiceDatabase.ofService("keycloak");

  private final StackFolders folders;
  private final Secrets secrets;
  private final Ports ports;
  private final PostgresPart postgres;
  private final DemoUsers users;
  private final Path program;

  public KeycloakIssuer(
      StackFolders folders, Secrets secrets, Ports ports, PostgresPart postgres, DemoUsers users) {
    this.postgres = postgres;
    this.folders = folders;
    this.secrets = secrets;
    this.ports = ports;
    this.users = users;
    this.program = folders.programs().resolve("keycloak-" + StackVersions.keycloak());
  }

  @Override
  public String name() {
    return Stack.ISSUER;
  }

  @Override
  public ManagedProcess launch() {
    if (!Files.isDirectory(program)) {
      unpack();
    }
    Path augmented = program.resolve("data/todoke-built");
    try {
      if (!Files.exists(augmented)) {
        run(
            List.of(
                "bash",
                program.resolve("bin/kc.sh").toString(),
                "build",
                "--db=postgres",
                "--health-enabled=true"));
        Files.createDirectories(augmented.getParent());
        Files.createFile(augmented);
      }
      Path realm = program.resolve("data/import/todoke-realm.json");
      Files.createDirectories(realm.getParent());
      Files.copy(folders.keycloakRealm(), realm, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackProblem(e, "part.unstartable", name(), String.valueOf(e.getMessage()));
    }
    postgres.ensure(DATABASE);
    List<String> command =
        keycloak(
            "start",
            "--optimized",
            "--import-realm",
            "--http-enabled=true",
            "--http-host=127.0.0.1",
            "--http-port=" + ports.issuer(),
            "--http-management-port=" + ports.issuerManagement(),
            "--hostname=http://127.0.0.1:" + ports.issuer(),
            "--cache=local",
            "--db-url=" + postgres.url(DATABASE),
            "--db-username=" + DATABASE.ownerRole(),
            "--db-pool-max-size=10");
    return ManagedProcess.start(name(), command, environment(), folders.log(name()));
  }

  private void unpack() {
    Path draft = program.resolveSibling(program.getFileName() + ".draft");
    StackFolders.delete(draft);
    run(
        List.of(
            System.getProperty("todoke.maven", "mvn"),
            "-B",
            "-N",
            "-f",
            folders.root().resolve("pom.xml").toString(),
            "dependency:unpack",
            "-Dartifact=org.keycloak:keycloak-quarkus-dist:" + StackVersions.keycloak() + ":zip",
            // Maven notes elsewhere that it has unpacked it, and would not do it again.
            "-Dmdep.overWriteReleases=true",
            "-DoutputDirectory=" + draft));
    try (var entries = Files.list(draft)) {
      // The archive holds one folder; a folder under the final name is always whole.
      Files.move(entries.filter(Files::isDirectory).findFirst().orElseThrow(), program);
    } catch (IOException e) {
      throw new StackProblem(e, "part.unstartable", name(), String.valueOf(e.getMessage()));
    }
    StackFolders.delete(draft);
  }

  /** What its own script would run; the script itself would stand between a signal and the JVM. */
  private List<String> keycloak(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dkc.home.dir=" + program,
                "-Djboss.server.config.dir=" + program.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus-log-max-startup-records=10000",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                program.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    command.addAll(List.of(arguments));
    return command;
  }

  private Map<String, String> environment() {
    return Map.of(
        "JAVA_HOME",
        System.getProperty("java.home"),
        KeycloakRealm.PASSWORD_VARIABLE,
        users.password(),
        "KC_DB_PASSWORD",
        secrets.password(DATABASE.ownerRole()),
        "KC_BOOTSTRAP_ADMIN_USERNAME",
        "admin",
        "KC_BOOTSTRAP_ADMIN_PASSWORD",
        secrets.password("keycloak-admin"));
  }

  private void run(List<String> command) {
    Path log = folders.log(name());
    try {
      var builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment());
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new StackProblem("part.died", name(), code, log);
      }
    } catch (IOException e) {
      throw new StackProblem(e, "part.unstartable", name(), String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackProblem("start.stopped");
    }
  }

  @Override
  public boolean isReady() {
    return HttpProbe.answers(url() + "/.well-known/openid-configuration");
  }

  /** Its first start fills a database. */
  @Override
  public Duration patience() {
    return Duration.ofMinutes(10);
  }

  @Override
  public String url() {
    return "http://127.0.0.1:" + ports.issuer() + "/realms/" + REALM;
  }

  @Override
  public String tokenUrl() {
    return url() + "/protocol/openid-connect/token";
  }
}
