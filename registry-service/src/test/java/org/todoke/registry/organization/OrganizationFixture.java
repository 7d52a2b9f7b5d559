package org.todoke.registry.organization;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/** A small world: one ministry, two prefectures, three municipalities, operators in two of them. */
final class OrganizationFixture {

  static final OrganizationCode MINISTRY = OrganizationCode.of("go:mhlw");
  static final OrganizationCode DIVISION = OrganizationCode.of("go:mhlw.roken.somu");
  static final OrganizationCode EHIME = OrganizationCode.of("lg:380008");
  static final OrganizationCode KOCHI = OrganizationCode.of("lg:390003");
  static final OrganizationCode YAWATAHAMA = OrganizationCode.of("lg:382043");
  static final OrganizationCode IKATA = OrganizationCode.of("lg:384429");
  static final OrganizationCode KOCHI_CITY = OrganizationCode.of("lg:392014");
  static final OrganizationCode ASSOCIATION = OrganizationCode.of("cn:9999905000202");
  static final OrganizationCode CORPORATION = OrganizationCode.of("cn:5999901000102");
  static final OrganizationCode DAY_SERVICE = OrganizationCode.of("kj:3870498213");
  static final OrganizationCode HOME_HELP = OrganizationCode.of("kj:3873798239");

  static final LocalDate SINCE = LocalDate.of(2013, 4, 1);
  static final Set<String> SERVICE_TYPES = Set.of("11", "15", "2A");

  private OrganizationFixture() {}

  static Organization ministry() {
    return of(MINISTRY, OrganizationKind.MINISTRY, attributes(null, null, null, null));
  }

  static Organization division() {
    return of(DIVISION, OrganizationKind.DIVISION, attributes(MINISTRY, null, null, null));
  }

  static Organization ehime() {
    return of(EHIME, OrganizationKind.PREFECTURE, attributes(MINISTRY, null, null, null));
  }

  static Organization yawatahama() {
    return of(YAWATAHAMA, OrganizationKind.MUNICIPALITY, attributes(EHIME, EHIME, null, null));
  }

  static Organization association() {
    return of(ASSOCIATION, OrganizationKind.ASSOCIATION, attributes(EHIME, EHIME, null, null));
  }

  /** With its head office in Yawatahama. */
  static Organization corporation() {
    return of(CORPORATION, OrganizationKind.CORPORATION, attributes(null, EHIME, YAWATAHAMA, null));
  }

  static Organization dayService() {
    return of(
        DAY_SERVICE,
        OrganizationKind.ESTABLISHMENT,
        attributes(null, EHIME, YAWATAHAMA, CORPORATION, "15"));
  }

  static Attributes attributes(
      @Nullable OrganizationCode parent,
      @Nullable OrganizationCode prefecture,
      @Nullable OrganizationCode municipality,
      @Nullable OrganizationCode corporation,
      String... services) {
    return new Attributes(
        "架空", "カクウ", parent, prefecture, municipality, corporation, List.of(services));
  }

  /** What the registry knows of this world. */
  static Map<OrganizationCode, KnownOrganization> known() {
    return Stream.of(
            new KnownOrganization(MINISTRY, OrganizationKind.MINISTRY, null, true),
            new KnownOrganization(EHIME, OrganizationKind.PREFECTURE, null, true),
            new KnownOrganization(KOCHI, OrganizationKind.PREFECTURE, null, true),
            new KnownOrganization(YAWATAHAMA, OrganizationKind.MUNICIPALITY, EHIME, true),
            new KnownOrganization(IKATA, OrganizationKind.MUNICIPALITY, EHIME, false),
            new KnownOrganization(KOCHI_CITY, OrganizationKind.MUNICIPALITY, KOCHI, true),
            new KnownOrganization(CORPORATION, OrganizationKind.CORPORATION, EHIME, true))
        .collect(Collectors.toMap(KnownOrganization::code, Function.identity()));
  }

  private static Organization of(
      OrganizationCode code, OrganizationKind kind, Attributes attributes) {
    return new Organization(code, kind, attributes, SINCE);
  }
}
