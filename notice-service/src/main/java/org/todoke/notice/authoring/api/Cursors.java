package org.todoke.notice.authoring.api;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/** Reads what a list wrote into its cursor; a cursor is a caller's word like any other. */
final class Cursors {

  private Cursors() {}

  static Optional<UUID> id(@Nullable String position) {
    if (position == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(position));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed(Violation.at("query:cursor", "cursor.unknown"));
    }
  }
}
