package org.todoke.registry.importing.reading;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** All rows of a file from first to last, whatever they mean. */
interface RawRows extends Closeable {

  /** The next row; null behind the last. */
  @Nullable RawRow next();

  /** Whether the file ends within a line, as one does that was cut off. */
  boolean endsWithinALine();

  /** Whether empty cells at the end of a row are left out, as sheets do. */
  boolean leavesOutEmptyCells();
}
