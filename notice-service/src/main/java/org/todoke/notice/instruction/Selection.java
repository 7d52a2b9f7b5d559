package org.todoke.notice.instruction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;

/**
 * Which notices an instruction takes. A notice has to be in every list, and an empty one has all.
 */
record Selection(
    List<String> paperKinds,
    List<String> series,
    List<OrganizationCode> leadIssuers,
    List<Usage> usages) {

  Selection {
    paperKinds = List.copyOf(paperKinds);
    series = List.copyOf(series);
    leadIssuers = List.copyOf(leadIssuers);
    usages = List.copyOf(usages);
  }

  boolean takes(Paper paper) {
    return in(paperKinds, paper.kind())
        && in(series, paper.series())
        && in(leadIssuers, paper.leadIssuer())
        && in(usages, paper.usage());
  }

  /** How particular it is: where several take a notice, the most particular one does it. */
  int particularity() {
    return weight(paperKinds) + weight(series) + weight(leadIssuers) + weight(usages);
  }

  private static <T> boolean in(List<T> list, @Nullable T value) {
    return list.isEmpty() || (value != null && list.contains(value));
  }

  private static int weight(List<?> list) {
    return list.isEmpty() ? 0 : 1;
  }
}
