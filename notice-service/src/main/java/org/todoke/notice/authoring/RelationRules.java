package org.todoke.notice.authoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Usage;
import org.todoke.notice.authoring.NoticeForm.AmendmentForm;
import org.todoke.notice.authoring.NoticeForm.ExternalForm;
import org.todoke.notice.authoring.NoticeForm.RelationForm;
import org.todoke.notice.input.Checks;

/**
 * What a notice may have to do with others. Anything readable can be enclosed; but only who issued
 * a notice puts it right, adds to it or puts its date off, and only in earnest what is in earnest.
 */
final class RelationRules {

  static final int MAX_AMENDMENTS = 200;
  static final int MAX_WORDING = 2_000;

  private final Usage usage;
  private final Surroundings known;
  private final Checks checks;

  private RelationRules(Usage usage, Surroundings known, Checks checks) {
    this.usage = usage;
    this.known = known;
    this.checks = checks;
  }

  static List<Relation> judge(NoticeForm form, Usage usage, Surroundings known, Checks checks) {
    return new RelationRules(usage, known, checks).relations(form);
  }

  private List<Relation> relations(NoticeForm form) {
    List<RelationForm> given = checks.list("/relations", form.relations(), NoticeRules.MAX_LIST);
    checks.distinct("/relations", given);
    Map<Integer, Relation> relations = new TreeMap<>();
    for (int i = 0; i < given.size(); i++) {
      int position = i;
      relation("/relations/" + i, given.get(i)).ifPresent(r -> relations.put(position, r));
    }
    relations.values().stream()
        .filter(Relation::isSuccession)
        .findFirst()
        .ifPresent(former -> oneFormer(former, relations));
    return List.copyOf(relations.values());
  }

  /** What it takes the place of, it cannot amend or put off as well; nor does it replace two. */
  private void oneFormer(Relation former, Map<Integer, Relation> relations) {
    relations.forEach(
        (i, other) -> {
          if (other != former
              && (other.isSuccession() || Objects.equals(other.target(), former.target()))) {
            checks.add("/relations/" + i, "relation.one-former");
          }
        });
  }

  private Optional<Relation> relation(String at, RelationForm form) {
    RelationKind kind = form.kind();
    if (kind == null) {
      checks.add(at + "/kind", "value.required");
    }
    if ((form.noticeId() == null) == (form.external() == null)) {
      checks.add(at, "relation.one-target");
      return Optional.empty();
    }
    List<Amendment> amendments = amendments(at + "/amendments", form);
    LocalDate dueOn = dueOn(at + "/dueOn", form);
    if (form.external() != null) {
      ExternalPaper paper = external(at + "/external", form.external());
      return Optional.ofNullable(kind)
          .map(k -> Relation.toPaper(k, paper).saying(amendments, dueOn));
    }
    Optional<UUID> target = checks.id(at + "/noticeId", form.noticeId());
    target.ifPresent(id -> target(at, kind, id, dueOn));
    return kind == null
        ? Optional.empty()
        : target.map(id -> Relation.to(kind, id).saying(amendments, dueOn));
  }

  private void target(
      String at, @Nullable RelationKind kind, UUID target, @Nullable LocalDate dueOn) {
    if (!known.readable().contains(target)) {
      checks.add(at + "/noticeId", "relation.unknown-notice");
    } else if (kind == RelationKind.ENCLOSES && known.confidential().contains(target)) {
      checks.add(at + "/noticeId", "relation.encloses-confidential");
    } else if (kind != null && kind.changesTheOther()) {
      OwnNotice own = known.own().get(target);
      if (own == null) {
        checks.add(at + "/noticeId", "relation.not-own");
      } else {
        own(at, kind, own, dueOn);
      }
    }
  }

  private void own(String at, RelationKind kind, OwnNotice own, @Nullable LocalDate dueOn) {
    if (own.usage() != usage) {
      checks.add(at + "/noticeId", "relation.usage-differs");
    }
    if (!own.stands(kind)) {
      checks.add(at + "/noticeId", "relation.target-over");
    }
    if (kind == RelationKind.EXTENDS_DEADLINE) {
      if (own.dueOn() == null) {
        checks.add(at + "/noticeId", "relation.no-date");
      } else if (dueOn != null && !dueOn.isAfter(own.dueOn())) {
        checks.add(at + "/dueOn", "relation.date-not-later", own.dueOn());
      }
    }
  }

  private List<Amendment> amendments(String at, RelationForm form) {
    List<AmendmentForm> given = checks.list(at, form.amendments(), MAX_AMENDMENTS);
    boolean none = form.amendments() == null || form.amendments().isEmpty();
    if (form.kind() == RelationKind.AMENDS && none) {
      checks.add(at, "value.required");
    } else if (form.kind() != RelationKind.AMENDS && !none) {
      checks.add(at, "relation.amends-only");
    }
    var amendments = new ArrayList<Amendment>();
    for (int i = 0; i < given.size(); i++) {
      String here = at + "/" + i;
      AmendmentForm row = given.get(i);
      Amendment amendment =
          new Amendment(
              checks.required(here + "/place", row.place(), NoticeRules.MAX_LINE),
              checks.optional(here + "/old", row.former(), MAX_WORDING).orElse(null),
              checks.optional(here + "/new", row.present(), MAX_WORDING).orElse(null));
      if (amendment.former() == null && amendment.present() == null) {
        checks.add(here, "relation.amendment-empty");
      }
      amendments.add(amendment);
    }
    return amendments;
  }

  private @Nullable LocalDate dueOn(String at, RelationForm form) {
    if (form.kind() == RelationKind.EXTENDS_DEADLINE) {
      return checks.requiredDate(at, form.dueOn()).orElse(null);
    }
    if (form.dueOn() != null) {
      checks.add(at, "relation.extends-only");
    }
    return null;
  }

  private ExternalPaper external(String at, ExternalForm form) {
    return new ExternalPaper(
        checks.required(at + "/issuer", form.issuer(), NoticeRules.MAX_LINE),
        checks
            .optional(at + "/number", form.number(), NoticeRules.MAX_DOCUMENT_NUMBER)
            .orElse(null),
        checks.requiredDate(at + "/date", form.date()).orElse(LocalDate.EPOCH),
        checks.required(at + "/title", form.title(), NoticeRules.MAX_TITLE));
  }
}
