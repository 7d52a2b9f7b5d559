package org.todoke.registry.union;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.Standings;
import org.todoke.registry.union.UnionMembership.Candidate;
import org.todoke.security.CurrentActor;
import org.todoke.web.Etags;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Knows and sets for whom unions insure. Who belongs to whom is public to everybody with a token;
 * the registrars of the prefecture and of the ministry set it.
 */
@ApplicationScoped
public class Unions {

  private final UnionMembership membership;
  private final OrganizationRepository organizations;
  private final OrganizationRegister register;
  private final Standings standings;
  private final CurrentActor currentActor;
  private final JapaneseToday today;
  private final Clock clock;

  Unions(
      UnionMembership membership,
      OrganizationRepository organizations,
      OrganizationRegister register,
      Standings standings,
      CurrentActor currentActor,
      JapaneseToday today,
      Clock clock) {
    this.membership = membership;
    this.organizations = organizations;
    this.register = register;
    this.standings = standings;
    this.currentActor = currentActor;
    this.today = today;
    this.clock = clock;
  }

  /**
   * @param asOf null for today
   * @throws Refusal (not found) {@code union.not-found} if there is no union with this code
   */
  @Transactional
  public UnionMembers members(OrganizationCode code, @Nullable LocalDate asOf) {
    return view(requireUnion(organizations.find(code), code), asOf);
  }

  /**
   * Replaces the members; the same ones again change nothing.
   *
   * @param effectiveOn the first day on which they are the members; null for today
   * @param ifMatch the version of the union that the caller read
   */
  @Transactional
  public UnionMembers setMembers(
      OrganizationCode code,
      List<OrganizationCode> members,
      @Nullable LocalDate effectiveOn,
      @Nullable String ifMatch) {
    Organization union = requireUnion(organizations.lock(code), code);
    if (!standings.towards(union).mayChange(union)) {
      throw notFound(code);
    }
    Etags.require(ifMatch, union.version());
    if (!union.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    LocalDate since = effectiveOn == null ? today.date() : effectiveOn;
    List<Violation> violations = new ArrayList<>();
    judgeDay(union, since, violations);
    judgeMembers(union, members, violations);
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    int changed =
        membership.replace(
            code, members, since, clock.instant(), currentActor.get().organization());
    if (changed > 0) {
      register.changedBeside(union, since);
    }
    return view(union, null);
  }

  /**
   * Who insures in a municipality.
   *
   * @throws Refusal (not found) {@code organization.not-found} if there is no such municipality
   */
  @Transactional
  public Insurer insurerOf(OrganizationCode code) {
    Organization municipality =
        organizations
            .find(code)
            .filter(o -> o.kind() == OrganizationKind.MUNICIPALITY)
            .orElseThrow(() -> Refusal.notFound("organization.not-found", code));
    Organization insurer =
        membership.unionOf(code).flatMap(organizations::find).orElse(municipality);
    return new Insurer(code, insurer.code(), insurer.kind(), insurer.attributes().name());
  }

  private void judgeDay(Organization union, LocalDate since, List<Violation> violations) {
    if (since.isAfter(today.date())) {
      violations.add(Violation.at("/effectiveOn", "date.in-future"));
    }
    LocalDate earliest =
        membership
            .lastChange(union.code())
            .filter(union.validFrom()::isBefore)
            .orElse(union.validFrom());
    if (since.isBefore(earliest)) {
      violations.add(Violation.at("/effectiveOn", "organization.before-last-change", earliest));
    }
  }

  private void judgeMembers(
      Organization union, List<OrganizationCode> members, List<Violation> violations) {
    Map<OrganizationCode, Candidate> known = membership.lock(union.code(), members);
    for (int i = 0; i < members.size(); i++) {
      OrganizationCode code = members.get(i);
      String pointer = "/members/" + i;
      Candidate candidate = known.get(code);
      if (members.indexOf(code) < i) {
        violations.add(Violation.at(pointer, "union.member-twice", code));
      } else if (candidate == null) {
        violations.add(Violation.at(pointer, "organization.unknown", code));
      } else {
        judge(union, candidate).ifPresent(fault -> violations.add(fault.at(pointer)));
      }
    }
  }

  private record Fault(String code, Object... args) {
    Violation at(String pointer) {
      return Violation.at(pointer, code, args);
    }
  }

  private static Optional<Fault> judge(Organization union, Candidate candidate) {
    if (!candidate.kind().equals(OrganizationKind.MUNICIPALITY.wireName())) {
      return Optional.of(
          new Fault("organization.other-kind-needed", candidate.code(), candidate.kind()));
    }
    if (!candidate.active()) {
      return Optional.of(new Fault("organization.referred-is-closed", candidate.code()));
    }
    OrganizationCode prefecture = union.attributes().prefecture();
    if (prefecture == null || !prefecture.equals(candidate.prefecture())) {
      return Optional.of(new Fault("union.member-in-other-prefecture", candidate.code()));
    }
    if (candidate.otherUnion() != null) {
      return Optional.of(
          new Fault("union.member-elsewhere", candidate.code(), candidate.otherUnion()));
    }
    return Optional.empty();
  }

  private UnionMembers view(Organization union, @Nullable LocalDate asOf) {
    LocalDate day = asOf == null ? today.date() : asOf;
    boolean maySet = union.isActive() && standings.towards(union).mayChange(union);
    return new UnionMembers(
        union.code(),
        day,
        union.version(),
        membership.on(union.code(), day),
        maySet ? List.of("set-members") : List.of());
  }

  private static Organization requireUnion(Optional<Organization> found, OrganizationCode code) {
    return found.filter(o -> o.kind() == OrganizationKind.UNION).orElseThrow(() -> notFound(code));
  }

  private static Refusal notFound(OrganizationCode code) {
    return Refusal.notFound("union.not-found", code);
  }
}
