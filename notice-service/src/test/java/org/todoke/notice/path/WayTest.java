package org.todoke.notice.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.OrganizationCode;

class WayTest {

  private static final Instant ISSUED = Instant.parse("2013-07-11T00:00:00Z");
  private static final Instant MONDAY = Instant.parse("2013-07-15T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2013-07-16T00:00:00Z");

  private final Draft issuer = new Draft("go:mhlw").reached(ISSUED, null);
  private final Draft prefecture = new Draft("lg:380008");
  private final Draft city = new Draft("lg:382043");
  private final Draft corporation = new Draft("cn:2999905000101");
  private final Draft site = new Draft("kj:3870498114");

  @Test
  void whoeverHasItMissesNothing() {
    site.reached(MONDAY, corporation);

    assertThat(missing()).isEmpty();
  }

  @Test
  void whoeverNeedNotHaveItMissesNothing() {
    prefecture.reached(ISSUED, issuer);
    site.excused(ExcuseReason.CLOSED, MONDAY);

    assertThat(missing()).isEmpty();
  }

  @Test
  void theCityThatHasItAndDoesNotPassItOnIsTheMissingLink() {
    prefecture.reached(ISSUED, issuer).forwarded(ISSUED).addressed(city, Channel.INBOX);
    city.reached(MONDAY, prefecture);

    assertThat(missing()).containsExactly("JURISDICTION lg:382043 NOT_FORWARDED since " + MONDAY);
  }

  @Test
  void theCorporationIsNamedWhenTheCityHasPassedItOnToIt() {
    prefecture.reached(ISSUED, issuer).forwarded(ISSUED).addressed(city, Channel.INBOX);
    city.reached(ISSUED, prefecture).forwarded(MONDAY).addressed(corporation, Channel.INBOX);
    corporation.reached(MONDAY, city);

    assertThat(missing())
        .containsExactly("OPERATOR cn:2999905000101 NOT_FORWARDED since " + MONDAY);
  }

  @Test
  void bothAreNamedWhenTheCorporationHasItFromElsewhere() {
    prefecture.reached(ISSUED, issuer).forwarded(ISSUED).addressed(city, Channel.INBOX);
    city.reached(MONDAY, prefecture);
    corporation.reached(TUESDAY, new Draft("lg:384429"));

    assertThat(missing())
        .containsExactly(
            "JURISDICTION lg:382043 NOT_FORWARDED since " + MONDAY,
            "OPERATOR cn:2999905000101 NOT_FORWARDED since " + TUESDAY);
  }

  @Test
  void anOmissionIsNamedWithItsReason() {
    prefecture.reached(ISSUED, issuer).forwarded(ISSUED).addressed(city, Channel.INBOX);
    city.reached(ISSUED, prefecture).forwarded(MONDAY).omitted(corporation, "休止中");

    assertThat(missing())
        .containsExactly("JURISDICTION lg:382043 OMITTED cn:2999905000101 (休止中) since " + MONDAY);
  }

  @Test
  void thePrefectureThatLeftTheCityOutIsNamed() {
    prefecture.reached(ISSUED, issuer).forwarded(MONDAY).omitted(city, "該当なし");

    assertThat(missing())
        .containsExactly("JURISDICTION lg:380008 OMITTED lg:382043 (該当なし) since " + MONDAY);
  }

  @Test
  void aFaxThatNobodyConfirmedIsOnItsWay() {
    prefecture.reached(ISSUED, issuer).forwarded(ISSUED).addressed(city, Channel.INBOX);
    city.reached(ISSUED, prefecture).forwarded(MONDAY).addressed(corporation, Channel.FAX);

    assertThat(missing())
        .containsExactly(
            "JURISDICTION lg:382043 NOT_CONFIRMED cn:2999905000101 FAX since " + MONDAY);
  }

  @Test
  void whoeverForwardedPastTheOneInQuestionIsNamed() {
    prefecture.reached(ISSUED, issuer).forwarded(MONDAY);

    assertThat(missing()).containsExactly("JURISDICTION lg:380008 NOT_ADDRESSED since " + MONDAY);
  }

  @Test
  void whoeverWasTakenOutBeforePassingItOnIsNamed() {
    prefecture.reached(ISSUED, issuer).forwarded(ISSUED).addressed(city, Channel.INBOX);
    city.reached(ISSUED, prefecture).excused(ExcuseReason.WRONG_ADDRESSEE, TUESDAY);

    assertThat(missing()).containsExactly("JURISDICTION lg:382043 EXCUSED since " + TUESDAY);
  }

  @Test
  void theIssuerIsAskedWhenItReachedNobodyOnTheWay() {
    assertThat(missing()).containsExactly("JURISDICTION go:mhlw NOT_FORWARDED since " + ISSUED);
  }

  @Test
  void aSecondRouteStraightFromTheIssuerCountsAsPassedOn() {
    corporation.reached(ISSUED, issuer);

    assertThat(missing())
        .containsExactly("OPERATOR cn:2999905000101 NOT_FORWARDED since " + ISSUED);
  }

  @Test
  void aCorporationIsStuckAtEachOfItsPlacesByItself() {
    Draft second = new Draft("lg:384429");
    prefecture
        .reached(ISSUED, issuer)
        .forwarded(ISSUED)
        .addressed(city, Channel.INBOX)
        .addressed(second, Channel.INBOX);
    city.reached(MONDAY, prefecture);
    second.reached(TUESDAY, prefecture);
    Way way =
        new Way(
            corporation.station(),
            issuer.station(),
            List.of(
                new Way.Jurisdiction(prefecture.station(), city.station()),
                new Way.Jurisdiction(prefecture.station(), second.station())),
            null);

    assertThat(way.missingLinks().stream().map(WayTest::text))
        .containsExactly(
            "JURISDICTION lg:382043 NOT_FORWARDED since " + MONDAY,
            "JURISDICTION lg:384429 NOT_FORWARDED since " + TUESDAY);
  }

  @Test
  void onePrefectureAboveTwoPlacesIsNamedOnce() {
    Draft second = new Draft("lg:384429");
    prefecture.reached(MONDAY, issuer);
    Way way =
        new Way(
            corporation.station(),
            issuer.station(),
            List.of(
                new Way.Jurisdiction(prefecture.station(), city.station()),
                new Way.Jurisdiction(prefecture.station(), second.station())),
            null);

    assertThat(way.missingLinks().stream().map(WayTest::text))
        .containsExactly("JURISDICTION lg:380008 NOT_FORWARDED since " + MONDAY);
  }

  @Test
  void tiersOutsideTheAudienceAreSteppedOver() {
    city.reached(MONDAY, issuer);
    Way way =
        new Way(
            site.station(),
            issuer.station(),
            List.of(new Way.Jurisdiction(null, city.station())),
            null);

    assertThat(way.missingLinks().stream().map(WayTest::text))
        .containsExactly("JURISDICTION lg:382043 NOT_FORWARDED since " + MONDAY);
  }

  private List<String> missing() {
    return new Way(
            site.station(),
            issuer.station(),
            List.of(new Way.Jurisdiction(prefecture.station(), city.station())),
            corporation.station())
        .missingLinks().stream().map(WayTest::text).toList();
  }

  private static String text(Missing m) {
    return m.line()
        + " "
        + m.holder().organization()
        + " "
        + m.why()
        + (m.concerning() == null ? "" : " " + m.concerning().organization())
        + (m.channel() == null ? "" : " " + m.channel())
        + (m.reason() == null ? "" : " (" + m.reason() + ")")
        + " since "
        + m.since();
  }

  /** A station as it comes about. */
  private static final class Draft {

    private final OrganizationCode code;
    private final List<Station.Arrival> arrivals = new ArrayList<>();
    private final Map<OrganizationCode, Station.Handing> handed = new HashMap<>();
    private @Nullable Instant reached;
    private @Nullable Instant forwarded;
    private Station.@Nullable Excuse excuse;

    Draft(String code) {
      this.code = OrganizationCode.of(code);
    }

    Draft reached(Instant at, @Nullable Draft from) {
      reached = at;
      if (from != null) {
        arrivals.add(new Station.Arrival(from.code, Channel.INBOX, at, at));
      }
      return this;
    }

    Draft forwarded(Instant at) {
      forwarded = at;
      return this;
    }

    Draft excused(ExcuseReason reason, Instant at) {
      excuse = new Station.Excuse(reason, at, null);
      return this;
    }

    Draft addressed(Draft child, Channel channel) {
      handed.put(child.code, new Station.Handing(channel, null));
      return this;
    }

    Draft omitted(Draft child, String reason) {
      handed.put(child.code, new Station.Handing(null, reason));
      return this;
    }

    Station station() {
      return new Station(
          code, null, null, reached, null, forwarded, null, excuse, arrivals, handed);
    }
  }
}
