package org.todoke.notice.instruction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.Usage;
import org.todoke.notice.deadline.Allowances;
import org.todoke.notice.input.Checks;
import org.todoke.notice.instruction.InstructionForm.CoverForm;
import org.todoke.notice.instruction.InstructionForm.NoticesForm;

/** Judges what an organisation lays down; all faults at once. */
final class InstructionRules {

  static final int MAX_LIST = 20;
  static final int MAX_SERIES = 100;
  static final int MAX_TEXT = 4_000;
  static final int MAX_DAYS_BEFORE = 365;

  private InstructionRules() {}

  /**
   * The content; of use only where {@code checks} stayed empty.
   *
   * @param known which of the issuers named there are
   */
  static InstructionContent judge(
      InstructionForm form, Set<OrganizationCode> known, LocalDate today, Checks checks) {
    LocalDate startsOn = checks.date("/startsOn", form.startsOn()).orElse(today);
    LocalDate endsOn = checks.date("/endsOn", form.endsOn()).orElse(null);
    if (endsOn != null && endsOn.isBefore(startsOn)) {
      checks.add("/endsOn", "instruction.ends-before-start");
    }
    return new InstructionContent(
        selection(form.notices(), known, checks),
        cover(form.coverLetter(), checks),
        startsOn,
        endsOn);
  }

  private static Selection selection(
      @Nullable NoticesForm form, Set<OrganizationCode> known, Checks checks) {
    if (form == null) {
      return new Selection(List.of(), List.of(), List.of(), List.of());
    }
    List<String> kinds = new ArrayList<>();
    List<String> givenKinds = checks.list("/notices/paperKinds", form.paperKinds(), MAX_LIST);
    for (int i = 0; i < givenKinds.size(); i++) {
      kinds.add(checks.paperKind("/notices/paperKinds/" + i, givenKinds.get(i)));
    }
    List<String> series = new ArrayList<>();
    List<String> givenSeries = checks.list("/notices/series", form.series(), MAX_LIST);
    for (int i = 0; i < givenSeries.size(); i++) {
      series.add(checks.required("/notices/series/" + i, givenSeries.get(i), MAX_SERIES));
    }
    List<Usage> usages = checks.list("/notices/usages", form.usages(), MAX_LIST);
    checks.distinct("/notices/paperKinds", kinds);
    checks.distinct("/notices/series", series);
    checks.distinct("/notices/usages", usages);
    return new Selection(kinds, series, issuers(form, known, checks), usages);
  }

  private static List<OrganizationCode> issuers(
      NoticesForm form, Set<OrganizationCode> known, Checks checks) {
    List<String> given = checks.list("/notices/leadIssuers", form.leadIssuers(), MAX_LIST);
    List<OrganizationCode> issuers = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String at = "/notices/leadIssuers/" + i;
      checks
          .code(at, given.get(i))
          .ifPresent(
              code -> {
                issuers.add(code);
                if (!known.contains(code)) {
                  checks.add(at, "organization.unknown", code.value());
                }
              });
    }
    checks.distinct("/notices/leadIssuers", issuers);
    return issuers;
  }

  private static CoverTemplate cover(@Nullable CoverForm given, Checks checks) {
    CoverForm form = given;
    if (form == null) {
      checks.add("/coverLetter", "value.required");
      return new CoverTemplate("", "", "", null, null);
    }
    String title = checks.required("/coverLetter/title", form.title(), CoverTemplate.MAX_TITLE);
    String text = checks.required("/coverLetter/text", form.text(), MAX_TEXT);
    refuseUnknownBlanks("/coverLetter/title", title, checks);
    refuseUnknownBlanks("/coverLetter/text", text, checks);
    return new CoverTemplate(
        checks.paperKind("/coverLetter/paperKind", form.paperKind()),
        title,
        text,
        checks
            .within("/coverLetter/dueDaysBefore", form.dueDaysBefore(), 1, MAX_DAYS_BEFORE)
            .orElse(null),
        checks.within("/coverLetter/allowance", form.allowance(), 1, Allowances.MAX).orElse(null));
  }

  private static void refuseUnknownBlanks(String pointer, String text, Checks checks) {
    CoverTemplate.unknownIn(text)
        .forEach(name -> checks.add(pointer, "instruction.blank-unknown", name));
  }
}
