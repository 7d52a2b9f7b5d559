package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.todoke.registry.organization.OrganizationFixture.ASSOCIATION;
import static org.todoke.registry.organization.OrganizationFixture.CORPORATION;
import static org.todoke.registry.organization.OrganizationFixture.DAY_SERVICE;
import static org.todoke.registry.organization.OrganizationFixture.DIVISION;
import static org.todoke.registry.organization.OrganizationFixture.EHIME;
import static org.todoke.registry.organization.OrganizationFixture.IKATA;
import static org.todoke.registry.organization.OrganizationFixture.KOCHI;
import static org.todoke.registry.organization.OrganizationFixture.MINISTRY;
import static org.todoke.registry.organization.OrganizationFixture.YAWATAHAMA;
import static org.todoke.registry.organization.OrganizationFixture.attributes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.security.Actor;
import org.todoke.security.Role;

class StandingTest {

  private final Organization dayService = OrganizationFixture.dayService();
  private final Organization corporation = OrganizationFixture.corporation();
  private final Organization association = OrganizationFixture.association();
  private final Organization yawatahama = OrganizationFixture.yawatahama();

  @Test
  void everybodyAboveInEitherLineSeesContacts() {
    assertThat(forwarder(MINISTRY, OrganizationKind.MINISTRY).seesContactsOf(dayService)).isTrue();
    assertThat(forwarder(DIVISION, OrganizationKind.DIVISION).seesContactsOf(dayService)).isTrue();
    assertThat(forwarder(EHIME, OrganizationKind.PREFECTURE).seesContactsOf(dayService)).isTrue();
    assertThat(forwarder(YAWATAHAMA, OrganizationKind.MUNICIPALITY).seesContactsOf(dayService))
        .isTrue();
    assertThat(forwarder(CORPORATION, OrganizationKind.CORPORATION).seesContactsOf(dayService))
        .isTrue();
    assertThat(forwarder(EHIME, OrganizationKind.PREFECTURE).seesContactsOf(association)).isTrue();
  }

  @Test
  void nobodyElseSeesContacts() {
    assertThat(forwarder(KOCHI, OrganizationKind.PREFECTURE).seesContactsOf(dayService)).isFalse();
    assertThat(forwarder(IKATA, OrganizationKind.MUNICIPALITY).seesContactsOf(dayService))
        .isFalse();
    assertThat(forwarder(ASSOCIATION, OrganizationKind.ASSOCIATION).seesContactsOf(dayService))
        .isFalse();
    assertThat(forwarder(DAY_SERVICE, OrganizationKind.ESTABLISHMENT).seesContactsOf(corporation))
        .isFalse();
    assertThat(forwarder(YAWATAHAMA, OrganizationKind.MUNICIPALITY).seesContactsOf(association))
        .isFalse();
    assertThat(forwarder(CORPORATION, OrganizationKind.CORPORATION).seesContactsOf(yawatahama))
        .isFalse();
  }

  @Test
  void corporationStandsUnderEveryPlaceInWhichItWorks() {
    assertThat(forwarder(IKATA, OrganizationKind.MUNICIPALITY).seesContactsOf(corporation))
        .isFalse();
    assertThat(
            new Standing(
                    new Actor(IKATA, Set.of(Role.FORWARDER), "s"),
                    OrganizationKind.MUNICIPALITY,
                    Set.of(CORPORATION))
                .seesContactsOf(corporation))
        .isTrue();
  }

  @Test
  void whoIsNotInTheRegistryStandsAboveNobodyButSeesItself() {
    assertThat(standing(MINISTRY, null, Role.REGISTRAR).seesContactsOf(dayService)).isFalse();
    assertThat(standing(MINISTRY, null, Role.REGISTRAR).mayChange(dayService)).isFalse();
    assertThat(standing(DAY_SERVICE, null, Role.RESPONDER).seesContactsOf(dayService)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {Role.AUDITOR, Role.INTEGRATOR, Role.ADMIN})
  void rolesThatReachNobodySeeNoContacts(String role) {
    assertThat(standing(MINISTRY, OrganizationKind.MINISTRY, role).seesContactsOf(dayService))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {Role.ISSUER, Role.FORWARDER, Role.RESPONDER, Role.AUDITOR, Role.ADMIN})
  void onlyRegistrarsChangeOrganizations(String role) {
    assertThat(standing(MINISTRY, OrganizationKind.MINISTRY, role).mayChange(dayService)).isFalse();
  }

  @Test
  void integratorChangesByTheBatchWhatARegistrarMay() {
    Standing integrator = standing(YAWATAHAMA, OrganizationKind.MUNICIPALITY, Role.INTEGRATOR);

    assertThat(integrator.mayChange(dayService)).isTrue();
    assertThat(integrator.mayChange(yawatahama)).isFalse();
    assertThat(integrator.permittedActions(dayService)).isEmpty();
    assertThat(integrator.keepsContactsOf(dayService)).isFalse();
  }

  @Test
  void registrarChangesWhatLiesInItsPlaceAndNotItself() {
    assertThat(registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY).mayChange(dayService)).isTrue();
    assertThat(registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY).mayChange(corporation))
        .isTrue();
    assertThat(registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY).mayChange(yawatahama))
        .isFalse();
    assertThat(registrar(EHIME, OrganizationKind.PREFECTURE).mayChange(yawatahama)).isTrue();
    assertThat(registrar(EHIME, OrganizationKind.PREFECTURE).mayChange(OrganizationFixture.ehime()))
        .isFalse();
    assertThat(registrar(KOCHI, OrganizationKind.PREFECTURE).mayChange(yawatahama)).isFalse();
    assertThat(
            registrar(MINISTRY, OrganizationKind.MINISTRY)
                .mayChange(OrganizationFixture.ministry()))
        .isTrue();
  }

  @Test
  void registrarOfAPlaceCannotReachOutOfIt() {
    assertThat(
            registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY)
                .mayRegister(
                    OrganizationKind.ESTABLISHMENT, attributes(null, EHIME, IKATA, CORPORATION)))
        .isFalse();
    assertThat(
            registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY)
                .mayRegister(
                    OrganizationKind.MUNICIPALITY, attributes(EHIME, EHIME, YAWATAHAMA, null)))
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"UNION", "ASSOCIATION", "CORPORATION", "ESTABLISHMENT"})
  void operatorsRegisterNobody(OrganizationKind kind) {
    for (OrganizationKind of : OrganizationKind.values()) {
      assertThat(
              registrar(CORPORATION, kind)
                  .mayRegister(of, attributes(MINISTRY, EHIME, YAWATAHAMA, CORPORATION)))
          .isFalse();
    }
  }

  @Test
  void operatorsKeepTheirOwnContactsOnly() {
    Standing own = standing(CORPORATION, OrganizationKind.CORPORATION, Role.RESPONDER);

    assertThat(own.keepsContactsOf(corporation)).isTrue();
    assertThat(own.keepsContactsOf(dayService)).isFalse();
    assertThat(forwarder(CORPORATION, OrganizationKind.CORPORATION).keepsContactsOf(corporation))
        .isFalse();
  }

  @Test
  void responderOfALocalGovernmentIsNotItsRegistrar() {
    assertThat(
            standing(YAWATAHAMA, OrganizationKind.MUNICIPALITY, Role.RESPONDER)
                .keepsContactsOf(yawatahama))
        .isFalse();
    assertThat(registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY).keepsContactsOf(yawatahama))
        .isTrue();
  }

  @Test
  void permittedActionsAreWhatIsPermitted() {
    assertThat(registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY).permittedActions(dayService))
        .containsExactly("change", "close", "merge", "divide", "read-contacts", "add-contact");
    assertThat(forwarder(EHIME, OrganizationKind.PREFECTURE).permittedActions(dayService))
        .containsExactly("read-contacts");
    assertThat(forwarder(KOCHI, OrganizationKind.PREFECTURE).permittedActions(dayService))
        .isEmpty();

    dayService.close(LocalDate.of(2026, 3, 31));

    assertThat(registrar(YAWATAHAMA, OrganizationKind.MUNICIPALITY).permittedActions(dayService))
        .containsExactly("reopen", "read-contacts");
  }

  private static Standing forwarder(OrganizationCode code, OrganizationKind kind) {
    return standing(code, kind, Role.FORWARDER);
  }

  private static Standing registrar(OrganizationCode code, OrganizationKind kind) {
    return standing(code, kind, Role.REGISTRAR);
  }

  private static Standing standing(
      OrganizationCode code, @Nullable OrganizationKind kind, String... roles) {
    return new Standing(new Actor(code, Set.copyOf(Arrays.asList(roles)), "s"), kind, Set.of());
  }
}
