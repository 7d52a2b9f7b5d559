package org.todoke.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where things lie: of the project, and below the folder that the stack keeps. */
public record StackFolders(Path root, Path home) {

  private static final String PLAYED = "played";

  /** What {@code --fresh} drops. The unpacked programs stay: they hold nothing of anybody's. */
  private static final List<String> DATA = List.of("postgres", "kafka", "secrets", "logs", PLAYED);

  public Path logs() {
    return home.resolve("logs");
  }

  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  public Path secrets() {
    return home.resolve("secrets");
  }

  public Path postgres() {
    return home.resolve("postgres");
  }

  public Path kafka() {
    return home.resolve("kafka");
  }

  /** Unpacked programs. */
  public Path programs() {
    return home.resolve("programs");
  }

  /** Says when the play came to its end, with all that it expected, on the data that are kept. */
  public Path played() {
    return home.resolve(PLAYED);
  }

  public Path runFile() {
    return home.resolve("run.json");
  }

  public Path lockFile() {
    return home.resolve("lock");
  }

  public Path demoUsers() {
    return root.resolve("deploy/demo-users.json");
  }

  public Path keycloakRealm() {
    return root.resolve("deploy/keycloak/todoke-realm.json");
  }

  public Path serviceJar(String service) {
    String module = service.equals(Stack.GATEWAY) ? service : service + "-service";
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** A jar that is missing is known before anything is started. */
  void checkBuilt() {
    for (String service : Stack.SERVICES) {
      if (!Files.exists(serviceJar(service))) {
        throw new StackProblem("service.unbuilt", service, serviceJar(service));
      }
    }
  }

  void create() {
    try {
      Files.createDirectories(logs());
      Files.createDirectories(programs());
    } catch (IOException e) {
      throw new StackProblem(e, "home.unwritable", home, e.getMessage());
    }
  }

  void dropData() {
    DATA.forEach(name -> delete(home.resolve(name)));
  }

  /** Deletes a folder with everything in it; links are not followed. */
  public static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException fault)
                throws IOException {
              Files.delete(each);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
