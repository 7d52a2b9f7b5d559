package org.todoke.registry.importing.rows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.todoke.testing.RepositoryRoot;

/**
 * The nine files of the ministry that are too large to be committed. They lie beside the
 * repository, or further up, where somebody has put them.
 */
final class RealFiles {

  private static final String FOLDER = "shared/data/mhlw";

  private RealFiles() {}

  static Optional<Path> folder() {
    return Stream.iterate(RepositoryRoot.find(), f -> f != null, Path::getParent)
        .map(f -> f.resolve(FOLDER))
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** In the order of their names. */
  static List<Path> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
  }
}
