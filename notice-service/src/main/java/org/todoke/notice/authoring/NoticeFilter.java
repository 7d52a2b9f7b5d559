package org.todoke.notice.authoring;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which notices of a list are wanted.
 *
 * @param documentNumber however it is written: blanks and widths do not count
 * @param before the last of the page before
 */
public record NoticeFilter(
    @Nullable NoticeStatus status, @Nullable String documentNumber, @Nullable UUID before) {

  @Nullable String statusName() {
    return status == null ? null : status.wireName();
  }
}
