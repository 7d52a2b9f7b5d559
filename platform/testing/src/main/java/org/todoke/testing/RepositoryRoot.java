package org.todoke.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of the whole project from wherever a test runs. */
public final class RepositoryRoot {

  private RepositoryRoot() {}

  /** The nearest folder upwards that holds {@code .mvn}. */
  public static Path find() {
    return above(Path.of("").toAbsolutePath());
  }

  static Path above(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder with .mvn above " + start);
  }
}
