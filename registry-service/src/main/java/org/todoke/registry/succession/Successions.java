package org.todoke.registry.succession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationCode.Scheme;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.offering.Offerings;
import org.todoke.registry.organization.JapaneseToday;
import org.todoke.registry.organization.Journal;
import org.todoke.registry.organization.Organization;
import org.todoke.registry.organization.OrganizationRegister;
import org.todoke.registry.organization.OrganizationRepository;
import org.todoke.registry.organization.OrganizationView;
import org.todoke.registry.organization.RegistrarAccess;
import org.todoke.registry.organization.Standing;
import org.todoke.registry.organization.Standings;
import org.todoke.web.Etags;
import org.todoke.web.Page;
import org.todoke.web.PageRequest;
import org.todoke.web.Refusal;
import org.todoke.web.Violation;

/**
 * Ends an organisation in favour of others of its kind: what hung below it hangs below them, it is
 * closed, and the step is recorded. Nothing is deleted. A predecessor's own contacts stay where
 * they are, unless it lives on under another code, see {@link Renumbering}.
 */
@ApplicationScoped
public class Successions {

  /**
   * A successor and what it takes over.
   *
   * @param pointer where the caller named it
   * @param takes codes of organisations directly below the predecessor; null for the rest
   */
  public record Part(
      String pointer, OrganizationCode successor, @Nullable List<OrganizationCode> takes) {}

  private final OrganizationRepository organizations;
  private final OrganizationRegister register;
  private final RegistrarAccess access;
  private final Standings standings;
  private final Subordinates subordinates;
  private final SuccessionTable table;
  private final Renumbering renumbering;
  private final Journal journal;
  private final JapaneseToday today;

  Successions(
      OrganizationRepository organizations,
      OrganizationRegister register,
      RegistrarAccess access,
      Standings standings,
      Subordinates subordinates,
      SuccessionTable table,
      Renumbering renumbering,
      Journal journal,
      JapaneseToday today) {
    this.organizations = organizations;
    this.register = register;
    this.access = access;
    this.standings = standings;
    this.subordinates = subordinates;
    this.table = table;
    this.renumbering = renumbering;
    this.journal = journal;
    this.today = today;
  }

  /**
   * Ends the organisation. Doing so again changes nothing.
   *
   * @param parts at most one of which takes the rest
   * @param effectiveOn the first day without it; null for today
   * @param ifMatch the version that the caller read
   * @throws Refusal (conflict) {@code organization.has-active-below} where nobody takes the rest
   */
  @Transactional
  public OrganizationView end(
      OrganizationCode code,
      SuccessionKind kind,
      List<Part> parts,
      @Nullable LocalDate effectiveOn,
      @Nullable String ifMatch) {
    Organization seen = requireChangeable(code);
    // From the bottom up, as every edit does.
    Set<String> below =
        Standing.HAVE_SUCCESSORS.contains(seen.kind()) ? subordinates.lock(seen) : Set.of();
    Map<OrganizationCode, Organization> locked = lock(code, parts);
    Organization predecessor = locked.get(code);
    if (predecessor == null) {
      throw Refusal.notFound("organization.not-found", code);
    }
    if (!predecessor.isActive()
        && parts.stream().allMatch(part -> table.exists(code, part.successor()))) {
      return access.view(predecessor);
    }
    Etags.require(ifMatch, predecessor.version());
    judge(predecessor, parts, locked, below);
    if (!predecessor.isActive()) {
      throw Refusal.conflict("organization.closed", code);
    }
    subordinates.requireNobodyElse(predecessor, below);
    LocalDate since = firstDayWithout(predecessor, effectiveOn);
    Offerings.Entry entry = journal.entry(since);
    Set<String> rest = new LinkedHashSet<>(below);
    parts.forEach(part -> takenBy(part).forEach(rest::remove));
    for (Part part : parts) {
      Organization successor = locked.get(part.successor());
      subordinates.move(
          part.takes() == null ? rest : takenBy(part), successor, entry, today.timeOf(since));
      SuccessionKind known = kindOf(kind, predecessor, successor);
      table.record(code, part.successor(), known, entry);
      if (known == SuccessionKind.RENUMBERING) {
        renumbering.follow(predecessor, successor, entry);
      }
    }
    register.closeLocked(predecessor, "/effectiveOn", since.minusDays(1));
    return access.view(predecessor);
  }

  /** Those that came after it, in the order of their codes. */
  @Transactional
  public Page<SuccessionView> successors(OrganizationCode code, PageRequest page) {
    return list(SuccessionTable.Direction.SUCCESSORS, code, page);
  }

  /** Those that it came after, in the order of their codes. */
  @Transactional
  public Page<SuccessionView> predecessors(OrganizationCode code, PageRequest page) {
    return list(SuccessionTable.Direction.PREDECESSORS, code, page);
  }

  private Page<SuccessionView> list(
      SuccessionTable.Direction direction, OrganizationCode code, PageRequest page) {
    if (organizations.find(code).isEmpty()) {
      throw Refusal.notFound("organization.not-found", code);
    }
    return Page.of(table.list(direction, code, page), page.limit(), SuccessionTable::position);
  }

  /** It has lasted a day at least; what was entered today goes from the morrow. */
  private LocalDate firstDayWithout(Organization predecessor, @Nullable LocalDate effectiveOn) {
    LocalDate since = access.firstDay("/effectiveOn", predecessor.code(), effectiveOn);
    LocalDate second = predecessor.validFrom().plusDays(1);
    return effectiveOn == null && since.isBefore(second) ? second : since;
  }

  /** Before anything is locked on behalf of somebody who has no business here. */
  private Organization requireChangeable(OrganizationCode code) {
    return organizations
        .find(code)
        .filter(found -> standings.towards(found).mayChange(found))
        .orElseThrow(() -> Refusal.notFound("organization.not-found", code));
  }

  private Map<OrganizationCode, Organization> lock(OrganizationCode code, List<Part> parts) {
    Set<OrganizationCode> codes = new TreeSet<>();
    codes.add(code);
    parts.forEach(part -> codes.add(part.successor()));
    Map<OrganizationCode, Organization> locked = new HashMap<>();
    for (OrganizationCode each : codes) {
      organizations.lock(each).ifPresent(organization -> locked.put(each, organization));
    }
    return locked;
  }

  private void judge(
      Organization predecessor,
      List<Part> parts,
      Map<OrganizationCode, Organization> locked,
      Set<String> below) {
    OrganizationKind kind = predecessor.kind();
    List<Violation> violations = new ArrayList<>();
    if (!Standing.HAVE_SUCCESSORS.contains(kind)) {
      violations.add(
          Violation.at(
              "path:code", "organization.other-kind-needed", predecessor.code(), kind.wireName()));
    }
    Set<OrganizationCode> successors = new LinkedHashSet<>();
    Set<String> taken = new LinkedHashSet<>();
    boolean restTaken = false;
    for (Part part : parts) {
      judgeSuccessor(predecessor, part, locked.get(part.successor()), violations);
      if (!successors.add(part.successor())) {
        violations.add(Violation.at(part.pointer(), "organization.named-twice", part.successor()));
      }
      if (part.takes() == null && restTaken) {
        violations.add(Violation.at(part.pointer(), "organization.rest-taken-twice"));
      }
      restTaken |= part.takes() == null;
      for (String each : takenBy(part)) {
        if (!below.contains(each)) {
          violations.add(Violation.at(part.pointer(), "organization.not-below", each));
        } else if (!taken.add(each)) {
          violations.add(Violation.at(part.pointer(), "organization.named-twice", each));
        }
      }
    }
    if (!violations.isEmpty()) {
      throw Refusal.invalid(violations);
    }
    // A municipality's successor is given what lies in another place; who does that keeps both.
    if (kind == OrganizationKind.MUNICIPALITY
        && !successors.stream()
            .map(locked::get)
            .allMatch(to -> to != null && standings.towards(to).mayChange(to))) {
      throw Refusal.forbidden("organization.outside-jurisdiction");
    }
  }

  private static void judgeSuccessor(
      Organization predecessor,
      Part part,
      @Nullable Organization successor,
      List<Violation> violations) {
    OrganizationCode code = part.successor();
    if (code.equals(predecessor.code())) {
      violations.add(Violation.at(part.pointer(), "organization.succeeds-itself"));
    } else if (successor == null) {
      violations.add(Violation.at(part.pointer(), "organization.unknown", code));
    } else if (successor.kind() != predecessor.kind()) {
      violations.add(
          Violation.at(
              part.pointer(), "organization.other-kind-needed", code, successor.kind().wireName()));
    } else if (!successor.isActive()) {
      violations.add(Violation.at(part.pointer(), "organization.referred-is-closed", code));
    } else if (code.scheme() == Scheme.OP && predecessor.code().scheme() == Scheme.CN) {
      violations.add(Violation.at(part.pointer(), "organization.number-would-be-lost", code));
    }
  }

  /** Whose number becomes known is the same corporation under that number. */
  private static SuccessionKind kindOf(
      SuccessionKind said, Organization predecessor, Organization successor) {
    return said == SuccessionKind.MERGER
            && predecessor.code().scheme() == Scheme.OP
            && successor.code().scheme() == Scheme.CN
        ? SuccessionKind.RENUMBERING
        : said;
  }

  private static List<String> takenBy(Part part) {
    List<OrganizationCode> takes = part.takes();
    return takes == null ? List.of() : takes.stream().map(OrganizationCode::value).toList();
  }
}
