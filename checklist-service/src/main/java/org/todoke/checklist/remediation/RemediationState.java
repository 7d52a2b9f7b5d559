package org.todoke.checklist.remediation;

import java.time.Instant;
import java.time.LocalDate;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;

/**
 * How far what is done about a finding has got. Each state offers the steps that lead out of it.
 */
public sealed interface RemediationState {

  String wireName();

  /** Something is still to be done. */
  sealed interface Unfinished extends RemediationState {

    default Completed complete(Report report) {
      return new Completed(report);
    }

    default Withdrawn withdraw(WithdrawalReason reason, Instant at) {
      return new Withdrawn(reason, at);
    }
  }

  /**
   * What was done.
   *
   * @param on the day on which it was done
   * @param by the organisation that entered it
   * @param channel how the news came to whoever entered it
   */
  record Report(
      String measures, LocalDate on, OrganizationCode by, Channel channel, Instant recordedAt) {

    /** The same news, whoever passes it on and whenever. */
    boolean saysTheSameAs(Report other) {
      return measures.equals(other.measures) && on.equals(other.on);
    }
  }

  /** Nobody has begun. */
  record Open() implements Unfinished {
    static final String NAME = "open";

    @Override
    public String wireName() {
      return NAME;
    }

    InProgress start(Instant at) {
      return new InProgress(at);
    }
  }

  /** Somebody has begun. */
  record InProgress(Instant since) implements Unfinished {
    static final String NAME = "in-progress";

    @Override
    public String wireName() {
      return NAME;
    }
  }

  /** Reported as done. */
  record Completed(Report report) implements RemediationState {
    static final String NAME = "completed";

    @Override
    public String wireName() {
      return NAME;
    }
  }

  /** Nothing was reported as done, and nothing is to be done any more. */
  record Withdrawn(WithdrawalReason reason, Instant at) implements RemediationState {
    static final String NAME = "withdrawn";

    @Override
    public String wireName() {
      return NAME;
    }
  }
}
