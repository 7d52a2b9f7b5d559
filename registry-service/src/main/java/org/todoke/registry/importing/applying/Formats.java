package org.todoke.registry.importing.applying;

import org.todoke.registry.importing.reading.SourceFormat;

/** Formats as runs name them. */
final class Formats {

  /** Lists corporations; all others list establishments. */
  static final String CORPORATIONS = SourceFormat.NTA_CORPORATE_NUMBERS.wireName();

  private Formats() {}
}
