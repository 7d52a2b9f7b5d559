package org.todoke.benchmarks.nation;

import java.nio.file.Path;

/**
 * A file of a nation.
 *
 * @param rows without the header
 * @param bytes of the whole file
 * @param sha256 of the same, in lower-case hexadecimal digits
 */
public record Written(Path file, long rows, long bytes, String sha256) {}
