package org.todoke.registry.importing.run;

import java.util.ArrayList;
import java.util.List;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.importing.rows.Finding;
import org.todoke.registry.importing.rows.JudgedRow;
import org.todoke.registry.importing.rows.ListedService;
import org.todoke.registry.importing.rows.Outcome;

/** Rejects the rows that are not the registrar's to enter. */
record Jurisdiction(OrganizationKind kind, OrganizationCode registrar) {

  JudgedRow judge(JudgedRow row) {
    boolean within = row.services().stream().allMatch(this::covers) && mayList(row);
    if (within) {
      return row;
    }
    List<Finding> findings = new ArrayList<>(row.findings());
    findings.add(new Finding("", "row.outside-jurisdiction", "", null, Outcome.REJECTED));
    return new JudgedRow(
        row.line(), Outcome.REJECTED, List.copyOf(findings), List.of(), null, row.cells());
  }

  /** Corporate numbers are the nation's. */
  private boolean mayList(JudgedRow row) {
    return row.corporation() == null || isNation();
  }

  private boolean isNation() {
    return kind == OrganizationKind.MINISTRY || kind == OrganizationKind.DIVISION;
  }

  private boolean covers(ListedService service) {
    return isNation()
        || registrar.number().equals(service.municipality())
        || registrar.number().equals(service.prefecture());
  }
}
