package org.todoke.notice.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.authoring.Audience.Exemption;
import org.todoke.notice.authoring.AudiencePreview.Remark;
import org.todoke.notice.authoring.AudienceSource.Source;
import org.todoke.web.problem.Messages;

/** What a rule names in vain: nothing of it is a fault, and all of it may be a slip. */
@ApplicationScoped
class AudienceWarnings {

  private static final int MAX_SHOWN = 100;

  /** Of the codes those that are in it, and of {@code :above} those with somebody below in it. */
  private static final String THERE =
      """
      select a.code from addressee a where a.code = any(cast(:codes as text[]))
      union select a.prefecture from addressee a where a.prefecture = any(cast(:above as text[]))
      union select a.municipality from addressee a where a.municipality = any(cast(:above as text[]))
      union select a.corporation from addressee a where a.corporation = any(cast(:above as text[]))
      """;

  private final EntityManager em;

  AudienceWarnings(EntityManager em) {
    this.em = em;
  }

  /** A rule that is no longer applied, or not at all, names nothing in vain. */
  List<Remark> of(Source source, int total, Locale language) {
    List<Remark> remarks = new ArrayList<>();
    if (total == 0) {
      remarks.add(remark("/audience", "audience.nobody", language));
    }
    if (source.written() == null) {
      exceptions(source, remarks, language);
      additions(source, remarks, language);
    }
    return remarks.stream().limit(MAX_SHOWN).toList();
  }

  private void exceptions(Source source, List<Remark> remarks, Locale language) {
    List<Exemption> exceptions = source.audience().exceptions();
    if (exceptions.isEmpty()) {
      return;
    }
    Set<OrganizationCode> there =
        there(
            source.with(source.audience().withoutExceptions()),
            exceptions.stream().map(Exemption::organization).toList(),
            exceptions.stream()
                .filter(Exemption::withThoseBelow)
                .map(Exemption::organization)
                .toList());
    IntStream.range(0, exceptions.size())
        .filter(i -> !there.contains(exceptions.get(i).organization()))
        .mapToObj(i -> remark("/audience/exceptions/" + i, "audience.exception-needless", language))
        .forEach(remarks::add);
  }

  private void additions(Source source, List<Remark> remarks, Locale language) {
    List<OrganizationCode> added = source.audience().added();
    if (added.isEmpty()) {
      return;
    }
    Set<OrganizationCode> anyway =
        there(source.with(source.audience().withoutAdditions()), added, List.of());
    Set<OrganizationCode> there = there(source, added, List.of());
    for (int i = 0; i < added.size(); i++) {
      String at = "/audience/additions/" + i;
      if (anyway.contains(added.get(i))) {
        remarks.add(remark(at, "audience.addition-needless", language));
      } else if (!there.contains(added.get(i))) {
        remarks.add(remark(at, "audience.addition-left-out", language));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private Set<OrganizationCode> there(
      Source source, Collection<OrganizationCode> codes, Collection<OrganizationCode> above) {
    List<String> found =
        source
            .query(em, source.sql() + THERE, String.class)
            .setParameter("codes", AudienceConditions.codes(codes))
            .setParameter("above", AudienceConditions.codes(above))
            .getResultList();
    Set<OrganizationCode> there = new HashSet<>();
    found.forEach(code -> there.add(OrganizationCode.of(code)));
    return there;
  }

  private static Remark remark(String at, String code, Locale language) {
    return new Remark(at, code, Messages.text(language, code, List.of()));
  }
}
