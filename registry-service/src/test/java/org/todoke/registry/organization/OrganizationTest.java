package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.registry.organization.OrganizationFixture.CORPORATION;
import static org.todoke.registry.organization.OrganizationFixture.EHIME;
import static org.todoke.registry.organization.OrganizationFixture.YAWATAHAMA;
import static org.todoke.registry.organization.OrganizationFixture.attributes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationState;

class OrganizationTest {

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 31);

  private final Organization organization = OrganizationFixture.dayService();

  @Test
  void changingNothingOwesNoEvent() {
    assertThat(organization.change(organization.attributes())).isFalse();
    assertThat(organization.seq()).isEqualTo(1);
  }

  @Test
  void orderOfServicesIsNoChange() {
    organization.change(attributes(null, EHIME, YAWATAHAMA, CORPORATION, "15", "11"));

    assertThat(organization.change(attributes(null, EHIME, YAWATAHAMA, CORPORATION, "11", "15")))
        .isFalse();
    assertThat(organization.seq()).isEqualTo(2);
  }

  @Test
  void everyChangeIsCounted() {
    organization.change(attributes(null, EHIME, YAWATAHAMA, CORPORATION, "11"));
    organization.reachableBy(List.of(Channel.FAX));
    organization.close(LAST_DAY);

    assertThat(organization.seq()).isEqualTo(4);
  }

  @Test
  void closingAgainKeepsTheFirstDay() {
    organization.close(LAST_DAY);

    assertThat(organization.close(LAST_DAY.plusDays(1))).isFalse();
    assertThat(organization.validTo()).isEqualTo(LAST_DAY);
    assertThat(organization.seq()).isEqualTo(2);
  }

  @Test
  void waysAreKeptOnceAndInOneOrder() {
    organization.reachableBy(List.of(Channel.TELEPHONE, Channel.EMAIL, Channel.TELEPHONE));

    assertThat(organization.channels()).containsExactly(Channel.EMAIL, Channel.TELEPHONE);
    assertThat(organization.reachableBy(List.of(Channel.EMAIL, Channel.TELEPHONE))).isFalse();
  }

  @Test
  void snapshotTellsTheWholeState() {
    organization.reachableBy(List.of(Channel.FAX));
    organization.close(LAST_DAY);

    var snapshot = organization.snapshot(List.of());

    assertThat(snapshot.code()).isEqualTo(OrganizationFixture.DAY_SERVICE);
    assertThat(snapshot.prefecture()).isEqualTo(EHIME);
    assertThat(snapshot.municipality()).isEqualTo(YAWATAHAMA);
    assertThat(snapshot.corporation()).isEqualTo(CORPORATION);
    assertThat(snapshot.parent()).isNull();
    assertThat(snapshot.serviceTypes()).containsExactly("15");
    assertThat(snapshot.channels()).containsExactly(Channel.FAX);
    assertThat(snapshot.state()).isEqualTo(OrganizationState.CLOSED);
    assertThat(snapshot.validFrom()).isEqualTo(OrganizationFixture.SINCE);
    assertThat(snapshot.validTo()).isEqualTo(LAST_DAY);
  }
}
