package org.todoke.registry.importing.run;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY: fields between tabs, a row a line, null as \N. */
final class CopyText {

  private final StringBuilder text = new StringBuilder(1 << 16);
  private boolean atStart = true;

  CopyText field(@Nullable Object value) {
    separate();
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  /** As an array of texts. */
  CopyText array(Collection<String> values) {
    separate();
    StringBuilder array = new StringBuilder("{");
    for (String value : values) {
      if (array.length() > 1) {
        array.append(',');
      }
      array.append('"');
      for (int i = 0; i < value.length(); i++) {
        char c = value.charAt(i);
        if (c == '"' || c == '\\') {
          array.append('\\');
        }
        array.append(c);
      }
      array.append('"');
    }
    escape(array.append('}').toString());
    return this;
  }

  /** As a tsvector without positions. */
  CopyText lexemes(Collection<String> values) {
    separate();
    StringBuilder vector = new StringBuilder();
    for (String value : values) {
      vector.append('\'').append(value.replace("\\", "\\\\").replace("'", "''")).append("' ");
    }
    escape(vector.toString());
    return this;
  }

  void endRow() {
    text.append('\n');
    atStart = true;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** What was written since the last time. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  private void separate() {
    if (!atStart) {
      text.append('\t');
    }
    atStart = false;
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }
}
