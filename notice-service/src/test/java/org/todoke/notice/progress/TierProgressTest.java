package org.todoke.notice.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationKind;

class TierProgressTest {

  private static final Instant NOW = Instant.parse("2013-07-20T00:00:00Z");

  @Test
  void aRateSaysOfWhatItIsARateAndWhoIsLeftOut() {
    TierProgress tier =
        of(
            OrganizationKind.ESTABLISHMENT,
            Map.of(
                Measure.ADDRESSED, 10L,
                Measure.EXCUSED_CLOSED, 1L,
                Measure.EXCUSED_OMITTED, 2L,
                Measure.REACHED, 4L));

    assertThat(tier.expected()).isEqualTo(7);
    assertThat(tier.reached())
        .isEqualTo(Figure.rate(4, 7, NOW, Map.of("closed", 1L, "omitted", 2L)));
  }

  @Test
  void denominatorAndThoseLeftOutAddUpToTheAddressed() {
    TierProgress tier =
        of(
            OrganizationKind.MUNICIPALITY,
            Map.of(
                Measure.ADDRESSED, 20L,
                Measure.EXCUSED_WRONG_ADDRESSEE, 1L,
                Measure.WITH_CHILDREN, 16L,
                Measure.FORWARDED, 16L));

    assertThat(tier.forwarded().denominator()).isEqualTo(16);
    assertThat(tier.forwarded().excluded())
        .containsExactlyInAnyOrderEntriesOf(Map.of("wrong-addressee", 1L, "nobody-below", 3L));
  }

  @Test
  void whatATierCannotDoIsNotApplicable() {
    TierProgress corporations = of(OrganizationKind.CORPORATION, Map.of(Measure.ADDRESSED, 3L));
    TierProgress establishments = of(OrganizationKind.ESTABLISHMENT, Map.of(Measure.ADDRESSED, 3L));
    TierProgress associations = of(OrganizationKind.ASSOCIATION, Map.of(Measure.ADDRESSED, 3L));

    assertThat(corporations.answered().absent()).isEqualTo(Figure.Absent.NOT_APPLICABLE);
    assertThat(corporations.answeredOnTime().absent()).isEqualTo(Figure.Absent.NOT_APPLICABLE);
    assertThat(establishments.forwarded().absent()).isEqualTo(Figure.Absent.NOT_APPLICABLE);
    assertThat(associations.finalized().absent()).isEqualTo(Figure.Absent.NOT_APPLICABLE);
  }

  @Test
  void whatNobodyWasAskedForIsNotAZero() {
    TierProgress establishments = of(OrganizationKind.ESTABLISHMENT, Map.of(Measure.ADDRESSED, 3L));

    assertThat(establishments.answered().absent()).isEqualTo(Figure.Absent.NOT_ASKED);
    assertThat(establishments.results().compliant().absent()).isEqualTo(Figure.Absent.NOT_ASKED);
    assertThat(establishments.overdue().absent()).isEqualTo(Figure.Absent.NOT_ASKED);
    assertThat(establishments.unreachable().absent()).isEqualTo(Figure.Absent.NOT_ASKED);
  }

  @Test
  void whatNobodyHasDoneYetIsAZero() {
    TierProgress establishments =
        of(OrganizationKind.ESTABLISHMENT, Map.of(Measure.ADDRESSED, 3L, Measure.ASKED, 3L));

    assertThat(establishments.answered()).isEqualTo(Figure.rate(0, 3, NOW, Map.of()));
    assertThat(establishments.notAnswered()).isEqualTo(Figure.rate(3, 3, NOW, Map.of()));
  }

  @Test
  void whereEverybodyIsExcusedTheRateIsNoneOfNone() {
    TierProgress establishments =
        of(
            OrganizationKind.ESTABLISHMENT,
            Map.of(Measure.ADDRESSED, 2L, Measure.EXCUSED_CLOSED, 2L));

    assertThat(establishments.answered()).isEqualTo(Figure.rate(0, 0, NOW, Map.of("closed", 2L)));
    assertThat(establishments.overdue()).isEqualTo(Figure.rate(0, 0, NOW, Map.of("closed", 2L)));
  }

  @Test
  void resultsAndTheUnansweredAreAllWhoWereAsked() {
    TierProgress tier =
        of(
            OrganizationKind.ESTABLISHMENT,
            Map.of(
                Measure.ADDRESSED, 9L,
                Measure.ASKED, 8L,
                Measure.ANSWERED, 6L,
                Measure.COMPLIANT, 3L,
                Measure.NON_COMPLIANT, 1L,
                Measure.NOT_APPLICABLE, 2L));
    TierProgress.Results results = tier.results();

    long all =
        Stream.of(
                results.compliant(),
                results.partiallyCompliant(),
                results.nonCompliant(),
                results.notApplicable(),
                results.notAssessed(),
                tier.notAnswered())
            .mapToLong(figure -> figure.numerator())
            .sum();
    assertThat(all).isEqualTo(8);
    assertThat(results.compliant().excluded()).isEqualTo(Map.of("not-asked", 1L));
  }

  @Test
  void ofWhatWasTakenBackNobodyOwesAnything() {
    var counts = new EnumMap<Measure, Long>(Measure.class);
    for (Measure measure : Measure.values()) {
      counts.put(measure, measure == Measure.ADDRESSED ? 20L : 3L);
    }
    TierProgress tier =
        TierProgress.of(OrganizationKind.ESTABLISHMENT, new Tally(counts), NOW, false);

    assertThat(tier.overdue()).isEqualTo(Figure.absent(Figure.Absent.OVER));
    assertThat(tier.notAnswered()).isEqualTo(Figure.absent(Figure.Absent.OVER));
    assertThat(tier.remediationOpen()).isEqualTo(Figure.absent(Figure.Absent.OVER));
    assertThat(tier.answered().numerator()).isEqualTo(3);
  }

  @Test
  void moreThanAllIsNoRate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Figure.rate(8, 7, NOW, Map.of()))
        .withMessageContaining("8/7");
  }

  private static TierProgress of(OrganizationKind tier, Map<Measure, Long> counts) {
    return TierProgress.of(tier, new Tally(new EnumMap<>(counts)), NOW, true);
  }
}
