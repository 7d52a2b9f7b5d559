package org.todoke.notice.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationKind;

class IssuerAndAudienceRulesTest extends PaperUnderRules {

  @Test
  void callerLeadsAndOnlyThoseSignWhoMayIssue() {
    form.put(
        "issuers",
        List.of(
            "go:mhlw.roken.shinko", "go:mhlw.roken.shinko", "cn:2999905000101", "go:nobody", "x"));

    assertThat(faults(DIVISION))
        .containsExactlyInAnyOrder(
            tuple("/issuers/0", "notice.lead-is-caller"),
            tuple("/issuers/1", "list.duplicate"),
            tuple("/issuers/2", "notice.issuer-may-not-issue"),
            tuple("/issuers/3", "organization.unknown"),
            tuple("/issuers/4", "organization-code.malformed"));
  }

  @Test
  void divisionsOfOneMinistrySignTogetherAndNobodyElseDoes() {
    form.put("issuers", List.of("go:mhlw.roken.somu", "go:mhlw.roken.shinko"));
    assertThat(faults(DIVISION)).isEmpty();

    form.put("issuers", List.of("go:mhlw.roken.somu", "go:soumu.jichi", "lg:380008"));
    assertThat(faults(DIVISION))
        .containsExactly(
            tuple("/issuers/1", "notice.issuer-of-another-body"),
            tuple("/issuers/2", "notice.issuer-of-another-body"));
  }

  @Test
  void prefectureSignsAlone() {
    form.put(
        "audience",
        to(List.of(OrganizationKind.MUNICIPALITY), List.of(OrganizationKind.MUNICIPALITY), null));
    form.put("issuers", List.of("lg:380008"));
    assertThat(faults(EHIME)).isEmpty();

    form.put("issuers", List.of("lg:380008", "go:mhlw.roken.somu", "lg:382043"));
    assertThat(faults(EHIME))
        .containsExactly(
            tuple("/issuers/1", "notice.issuer-of-another-body"),
            tuple("/issuers/2", "notice.issuer-of-another-body"));
  }

  @Test
  void audienceLiesBelowItsIssuer() {
    form.put("issuers", List.of("lg:380008"));

    assertThat(faults(EHIME))
        .containsExactly(tuple("/audience/tiers/0", "audience.tier-not-below"));
  }

  @Test
  void issuerSendsToTiersOfTheAudienceOnlyAndToSomebody() {
    audience(a -> to(a.tiers(), List.of(OrganizationKind.ESTABLISHMENT), a.within()));
    assertThat(faults(DIVISION))
        .containsExactly(tuple("/audience/directTo/0", "audience.direct-not-a-tier"));

    audience(a -> to(a.tiers(), List.of(), a.within()));
    assertThat(faults(DIVISION)).containsExactly(tuple("/audience/directTo", "value.required"));
  }

  @Test
  void areaOfAnAudienceLiesInTheJurisdictionOfItsIssuer() {
    form.put("issuers", List.of("lg:380008"));
    form.put(
        "audience",
        to(
            List.of(OrganizationKind.MUNICIPALITY),
            List.of(OrganizationKind.MUNICIPALITY),
            List.of("lg:380008", "lg:382043", "lg:392014", "cn:2999905000101", "lg:999999")));

    assertThat(faults(EHIME))
        .containsExactlyInAnyOrder(
            tuple("/audience/within/2", "audience.within-foreign"),
            tuple("/audience/within/3", "audience.within-not-an-area"),
            tuple("/audience/within/4", "organization.unknown"));
  }

  @Test
  void nullsInListsAreFaultsAndNoCrash() {
    form.put("issuers", new ArrayList<>(Collections.singletonList(null)));

    assertThat(faults(DIVISION)).containsExactly(tuple("/issuers/0", "value.required"));
  }
}
