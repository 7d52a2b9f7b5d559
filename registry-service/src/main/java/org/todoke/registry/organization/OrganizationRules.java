package org.todoke.registry.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationCode.Scheme;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.number.CorporateNumber;
import org.todoke.registry.number.EstablishmentNumber;
import org.todoke.registry.number.LocalGovernmentNumber;
import org.todoke.web.Violation;

/**
 * What an organisation of each kind must and must not have. Says everything that is wrong at once,
 * and fills in what follows from the rest: the prefecture from the municipality or the parent.
 */
final class OrganizationRules {

  /**
   * @param attributes completed
   * @param violations empty if it may be stored
   */
  record Judgement(Attributes attributes, List<Violation> violations) {}

  private final OrganizationCode code;
  private final OrganizationKind kind;
  private final Map<OrganizationCode, KnownOrganization> known;
  private final Set<String> serviceTypes;
  private final List<Violation> violations = new ArrayList<>();

  private OrganizationRules(
      OrganizationCode code,
      OrganizationKind kind,
      Map<OrganizationCode, KnownOrganization> known,
      Set<String> serviceTypes) {
    this.code = code;
    this.kind = kind;
    this.known = known;
    this.serviceTypes = serviceTypes;
  }

  /**
   * @param known those that the attributes refer to, as far as they exist
   * @param serviceTypes all codes of service types
   */
  static Judgement judge(
      OrganizationCode code,
      OrganizationKind kind,
      Attributes attributes,
      Map<OrganizationCode, KnownOrganization> known,
      Set<String> serviceTypes) {
    OrganizationRules rules = new OrganizationRules(code, kind, known, serviceTypes);
    rules.judgeCode();
    Attributes completed = rules.complete(attributes);
    rules.judgeServices(completed);
    rules.judgeSite(completed);
    return new Judgement(completed, List.copyOf(rules.violations));
  }

  /**
   * Who gives the codes of organisations of a kind; a corporation may be known without a number.
   */
  static List<Scheme> schemesOf(OrganizationKind kind) {
    return switch (kind) {
      case MINISTRY, DIVISION -> List.of(Scheme.GO);
      case PREFECTURE, MUNICIPALITY, UNION -> List.of(Scheme.LG);
      case ASSOCIATION -> List.of(Scheme.CN);
      case CORPORATION -> List.of(Scheme.CN, Scheme.OP);
      case ESTABLISHMENT -> List.of(Scheme.KJ);
    };
  }

  /** What is odd about a code without being wrong; real registers hold such numbers. */
  static List<String> warningsAbout(OrganizationCode code, @Nullable OrganizationCode prefecture) {
    if (code.scheme() != Scheme.KJ) {
      return List.of();
    }
    List<String> warnings = new ArrayList<>();
    if (EstablishmentNumber.check(code.number()) == EstablishmentNumber.Check.DOUBTFUL) {
      warnings.add("establishment-number.check-digit");
    }
    if (prefecture != null
        && !EstablishmentNumber.prefectureDigits(code.number())
            .equals(LocalGovernmentNumber.prefectureDigits(prefecture.number()))) {
      warnings.add("establishment-number.other-prefecture");
    }
    return warnings;
  }

  private void judgeCode() {
    List<Scheme> right = schemesOf(kind);
    if (!right.contains(code.scheme())) {
      wrong("/code", "organization-code.other-scheme", kind.wireName(), right.get(0).prefix());
      return;
    }
    switch (code.scheme()) {
      case LG -> judgeLocalGovernmentNumber();
      case CN -> {
        if (!CorporateNumber.isValid(code.number())) {
          wrong("/code", "corporate-number.check-digit");
        }
      }
      case GO -> {
        if (kind == OrganizationKind.MINISTRY && code.number().contains(".")) {
          wrong("/code", "organization-code.of-a-division");
        }
      }
      // A number that does not check is warned of, see warningsAbout; one of our own has no digit.
      case KJ, OP -> {}
    }
  }

  private void judgeLocalGovernmentNumber() {
    if (!LocalGovernmentNumber.isValid(code.number())) {
      wrong("/code", "local-government-code.check-digit");
    } else if (LocalGovernmentNumber.isNorthernTerritory(code.number())) {
      wrong("/code", "local-government-code.northern-territory");
    } else if (LocalGovernmentNumber.isPrefecture(code.number())
            != (kind == OrganizationKind.PREFECTURE)
        || LocalGovernmentNumber.isUnion(code.number()) != (kind == OrganizationKind.UNION)) {
      wrong("/code", "local-government-code.other-level", kind.wireName());
    }
  }

  private Attributes complete(Attributes given) {
    KnownOrganization parent = judgeParent(given.parent());
    KnownOrganization corporation = judgeCorporation(given.corporation());
    KnownOrganization municipality = judgeMunicipality(given.municipality());
    KnownOrganization prefecture = judgePrefecture(given.prefecture());

    OrganizationCode implied = null;
    if (parent != null && parent.kind() == OrganizationKind.PREFECTURE) {
      implied = parent.code();
    } else if (municipality != null) {
      implied = municipality.prefecture();
    }
    if (implied != null && prefecture != null && !implied.equals(prefecture.code())) {
      wrong("/prefecture", "organization.places-contradict", implied, prefecture.code());
    }
    if (municipality != null && implied != null && !implied.equals(municipality.prefecture())) {
      wrong("/municipality", "organization.places-contradict", implied, municipality.code());
    }
    return new Attributes(
        given.name(),
        given.nameKana(),
        codeOf(parent),
        implied != null ? implied : codeOf(prefecture),
        codeOf(municipality),
        codeOf(corporation),
        given.services(),
        given.site());
  }

  private void judgeSite(Attributes attributes) {
    Site site = attributes.site();
    if (site.latitude() == null && site.longitude() != null) {
      wrong("/latitude", "value.required");
    }
    if (site.longitude() == null && site.latitude() != null) {
      wrong("/longitude", "value.required");
    }
    if (site.ward() == null) {
      return;
    }
    OrganizationCode municipality = attributes.municipality();
    if (kind != OrganizationKind.ESTABLISHMENT && kind != OrganizationKind.CORPORATION) {
      wrong("/ward", "organization.attribute-not-for-kind", kind.wireName());
    } else if (!LocalGovernmentNumber.isValid(site.ward())) {
      wrong("/ward", "local-government-code.check-digit");
    } else if (municipality == null) {
      wrong("/ward", "organization.ward-without-municipality");
    } else if (!LocalGovernmentNumber.prefectureDigits(site.ward())
        .equals(LocalGovernmentNumber.prefectureDigits(municipality.number()))) {
      wrong("/ward", "organization.places-contradict", municipality, site.ward());
    }
  }

  private @Nullable KnownOrganization judgePrefecture(@Nullable OrganizationCode given) {
    return switch (kind) {
      case MINISTRY, DIVISION, PREFECTURE -> {
        absent("/prefecture", given);
        yield null;
      }
      case MUNICIPALITY, UNION, ASSOCIATION, CORPORATION, ESTABLISHMENT ->
          reference("/prefecture", given, OrganizationKind.PREFECTURE);
    };
  }

  private @Nullable KnownOrganization judgeParent(@Nullable OrganizationCode given) {
    OrganizationKind[] possible =
        switch (kind) {
          case DIVISION, PREFECTURE -> new OrganizationKind[] {OrganizationKind.MINISTRY};
          case MUNICIPALITY, UNION -> new OrganizationKind[] {OrganizationKind.PREFECTURE};
          case ASSOCIATION ->
              new OrganizationKind[] {OrganizationKind.MINISTRY, OrganizationKind.PREFECTURE};
          case MINISTRY, CORPORATION, ESTABLISHMENT -> new OrganizationKind[0];
        };
    if (possible.length == 0) {
      absent("/parent", given);
      return null;
    }
    if (given == null) {
      wrong("/parent", "organization.parent-required", kind.wireName());
      return null;
    }
    KnownOrganization parent = reference("/parent", given, possible);
    if (parent != null) {
      judgeCodeAgainst(parent);
    }
    return parent;
  }

  private void judgeCodeAgainst(KnownOrganization parent) {
    if (kind == OrganizationKind.DIVISION && !code.value().startsWith(parent.code() + ".")) {
      wrong("/code", "organization-code.of-another-ministry", parent.code());
    }
    if ((kind == OrganizationKind.MUNICIPALITY || kind == OrganizationKind.UNION)
        && code.scheme() == Scheme.LG
        && !LocalGovernmentNumber.prefectureDigits(code.number())
            .equals(LocalGovernmentNumber.prefectureDigits(parent.code().number()))) {
      wrong("/code", "local-government-code.other-prefecture", parent.code());
    }
  }

  private @Nullable KnownOrganization judgeMunicipality(@Nullable OrganizationCode given) {
    switch (kind) {
      case MINISTRY, DIVISION, PREFECTURE, MUNICIPALITY, UNION -> {
        absent("/municipality", given);
        return null;
      }
      case ESTABLISHMENT -> {
        if (given == null) {
          wrong("/municipality", "organization.municipality-required");
        }
      }
      case ASSOCIATION, CORPORATION -> {}
    }
    return reference("/municipality", given, OrganizationKind.MUNICIPALITY);
  }

  private @Nullable KnownOrganization judgeCorporation(@Nullable OrganizationCode given) {
    if (kind != OrganizationKind.ESTABLISHMENT) {
      absent("/corporation", given);
      return null;
    }
    if (given == null) {
      wrong("/corporation", "organization.corporation-required");
    }
    return reference("/corporation", given, OrganizationKind.CORPORATION);
  }

  private void judgeServices(Attributes attributes) {
    List<String> services = attributes.services();
    if (kind != OrganizationKind.ESTABLISHMENT && !services.isEmpty()) {
      wrong("/serviceTypes", "organization.attribute-not-for-kind", kind.wireName());
      return;
    }
    for (String service : services) {
      if (!serviceTypes.contains(service)) {
        wrong("/serviceTypes", "service-type.unknown", service);
      }
    }
  }

  /** Null, with a violation unless nothing was given, if it cannot be referred to. */
  private @Nullable KnownOrganization reference(
      String pointer, @Nullable OrganizationCode given, OrganizationKind... possible) {
    if (given == null) {
      return null;
    }
    KnownOrganization found = known.get(given);
    if (found == null) {
      wrong(pointer, "organization.unknown", given);
    } else if (!List.of(possible).contains(found.kind())) {
      wrong(pointer, "organization.other-kind-needed", given, found.kind().wireName());
      return null;
    } else if (!found.active()) {
      wrong(pointer, "organization.referred-is-closed", given);
    }
    return found;
  }

  private void absent(String pointer, @Nullable OrganizationCode given) {
    if (given != null) {
      wrong(pointer, "organization.attribute-not-for-kind", kind.wireName());
    }
  }

  private void wrong(String pointer, String violationCode, Object... args) {
    violations.add(Violation.at(pointer, violationCode, args));
  }

  private static @Nullable OrganizationCode codeOf(@Nullable KnownOrganization organization) {
    return organization == null ? null : organization.code();
  }
}
