package org.todoke.notice.authoring;

import java.util.List;
import org.todoke.web.Refusal;

/** What is out cannot be changed any more; a correction is another notice. */
final class AlreadyIssued extends Refusal {
  private static final long serialVersionUID = 1L;

  AlreadyIssued() {
    super(Kind.CONFLICT, "notice.already-issued", List.of(), List.of());
  }
}
