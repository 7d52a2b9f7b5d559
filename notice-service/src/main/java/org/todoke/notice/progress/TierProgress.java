package org.todoke.notice.progress;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.todoke.contracts.OrganizationKind;

/**
 * The figures of one tier below a node. Addressed are all that the notice is meant for; what each
 * rate leaves out of them stands with it, so that denominator and excluded always add up to
 * addressed.
 *
 * @param forwarded of those who have somebody below them
 * @param answered of those who were asked to answer a checklist; so are the figures down to
 *     remediated
 * @param notAnswered asked, and no answer yet, reached or not
 * @param overdue the date has passed without what they are asked for: the answer, or the
 *     forwarding, or the acknowledgement
 * @param unreachable every channel failed for good, and nothing was heard since; not asked as long
 *     as nobody of the tier was attempted
 */
public record TierProgress(
    OrganizationKind tier,
    long addressed,
    Map<String, Long> excused,
    long expected,
    Figure reached,
    Figure acknowledged,
    Figure forwarded,
    Figure finalized,
    Figure answered,
    Figure answeredOnTime,
    Figure notAnswered,
    Results results,
    Figure remediationOpen,
    Figure remediated,
    Figure overdue,
    Figure unreachable) {

  /** What the answers amount to. Together with those not answered they are all who were asked. */
  public record Results(
      Figure compliant,
      Figure partiallyCompliant,
      Figure nonCompliant,
      Figure notApplicable,
      Figure notAssessed) {}

  private static final Set<OrganizationKind> FORWARD =
      EnumSet.of(
          OrganizationKind.PREFECTURE, OrganizationKind.MUNICIPALITY, OrganizationKind.CORPORATION);

  /**
   * @param waiting whether anything is still waited for: of what was cancelled or superseded nobody
   *     owes anything
   */
  static TierProgress of(OrganizationKind tier, Tally tally, Instant asOf, boolean waiting) {
    Rates rates = new Rates(tier, tally, asOf);
    return new TierProgress(
        tier,
        tally.get(Measure.ADDRESSED),
        tally.excused(),
        tally.expected(),
        rates.ofExpected(Measure.REACHED),
        rates.ofExpected(Measure.ACKNOWLEDGED),
        rates.ofForwarders(Measure.FORWARDED),
        rates.ofForwarders(Measure.FINALIZED),
        rates.ofAsked(tally.get(Measure.ANSWERED)),
        rates.onTime(),
        owed(rates.ofAsked(tally.get(Measure.ASKED) - tally.get(Measure.ANSWERED)), waiting),
        new Results(
            rates.ofAsked(tally.get(Measure.COMPLIANT)),
            rates.ofAsked(tally.get(Measure.PARTIALLY_COMPLIANT)),
            rates.ofAsked(tally.get(Measure.NON_COMPLIANT)),
            rates.ofAsked(tally.get(Measure.NOT_APPLICABLE)),
            rates.ofAsked(tally.get(Measure.NOT_ASSESSED))),
        owed(rates.ofAsked(tally.get(Measure.REMEDIATION_OPEN)), waiting),
        rates.ofAsked(tally.get(Measure.REMEDIATED)),
        owed(rates.overdue(), waiting),
        rates.unreachable());
  }

  /** What was never owed is not over either. */
  private static Figure owed(Figure figure, boolean waiting) {
    return waiting || figure.absent() != null ? figure : Figure.absent(Figure.Absent.OVER);
  }

  private record Rates(OrganizationKind tier, Tally tally, Instant asOf) {

    Figure ofExpected(Measure measure) {
      return Figure.rate(tally.get(measure), tally.expected(), asOf, tally.excused());
    }

    Figure ofForwarders(Measure measure) {
      if (!FORWARD.contains(tier)) {
        return Figure.absent(Figure.Absent.NOT_APPLICABLE);
      }
      long forwarders = tally.get(Measure.WITH_CHILDREN);
      return part(tally.get(measure), forwarders, tally.expected() - forwarders, "nobody-below");
    }

    Figure ofAsked(long numerator) {
      if (tier != OrganizationKind.ESTABLISHMENT) {
        return Figure.absent(Figure.Absent.NOT_APPLICABLE);
      }
      long asked = tally.get(Measure.ASKED);
      return part(numerator, asked, tally.expected() - asked, "not-asked");
    }

    Figure onTime() {
      if (tier != OrganizationKind.ESTABLISHMENT) {
        return Figure.absent(Figure.Absent.NOT_APPLICABLE);
      }
      long asked = tally.get(Measure.ASKED_BY_A_DATE);
      if (asked == 0 && tally.expected() > 0) {
        return Figure.absent(Figure.Absent.NOT_ASKED);
      }
      Map<String, Long> excluded =
          Figure.and(tally.excused(), "not-asked", tally.expected() - tally.get(Measure.ASKED));
      return Figure.rate(
          tally.get(Measure.ANSWERED_ON_TIME),
          asked,
          asOf,
          Figure.and(excluded, "no-date", tally.get(Measure.ASKED) - asked));
    }

    /** Whether somebody can be reached at all shows when it is attempted. */
    Figure unreachable() {
      return tally.get(Measure.ATTEMPTED) == 0
          ? Figure.absent(Figure.Absent.NOT_ASKED)
          : ofExpected(Measure.UNREACHABLE);
    }

    Figure overdue() {
      long bound = tally.get(Measure.EXPECTED_BY_A_DATE);
      return part(tally.get(Measure.OVERDUE), bound, tally.expected() - bound, "no-date");
    }

    /** Of a part of the expected: if somebody is expected, and nobody in it, nobody was asked. */
    private Figure part(long numerator, long denominator, long others, String why) {
      return denominator == 0 && tally.expected() > 0
          ? Figure.absent(Figure.Absent.NOT_ASKED)
          : Figure.rate(numerator, denominator, asOf, Figure.and(tally.excused(), why, others));
    }
  }
}
