package org.todoke.notice.forwarding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.notice.deadline.Allowances;
import org.todoke.notice.forwarding.ForwardingForm.AddresseeForm;
import org.todoke.notice.forwarding.ForwardingForm.CoverLetterForm;
import org.todoke.notice.forwarding.ForwardingForm.OmissionForm;
import org.todoke.notice.forwarding.ForwardingForm.ToForm;
import org.todoke.notice.input.Checks;

/**
 * What a forwarder means to do: everybody whom it names, once, and whether everybody else who has
 * to be accounted for is addressed as well.
 */
record ForwardingPlan(boolean allOthers, List<Entry> entries, CoverLetter letter) {

  static final int MAX_NAMED = 10_000;
  static final int MAX_REASON = 500;
  static final int MAX_TITLE = 300;
  static final int MAX_TEXT = 20_000;
  static final int MAX_DOCUMENT_NUMBER = 64;

  /**
   * Somebody named: addressed by a channel, or omitted for a reason.
   *
   * @param pointer where in the input it stands
   */
  record Entry(
      OrganizationCode code, String pointer, @Nullable Channel channel, @Nullable String reason) {

    boolean isAddressed() {
      return channel != null;
    }
  }

  /**
   * The plan; of use only where {@code checks} stayed empty.
   *
   * @param noticeDueOn a cover letter may set an earlier date than the notice, not a later one
   */
  static ForwardingPlan judge(ForwardingForm form, @Nullable LocalDate noticeDueOn, Checks checks) {
    var entries = new ArrayList<Entry>();
    boolean all = false;
    ToForm to = form.to();
    if (to == null) {
      checks.add("/to", "value.required");
    } else {
      all = Boolean.TRUE.equals(to.allChildren());
      addressed(to, checks, entries);
    }
    omitted(form, checks, entries);
    if (to != null && !all && entries.isEmpty() && checks.isGood()) {
      checks.add("/to", "forwarding.to-nobody");
    }
    Set<OrganizationCode> seen = new HashSet<>();
    entries.stream()
        .filter(entry -> !seen.add(entry.code()))
        .forEach(entry -> checks.add(entry.pointer(), "list.duplicate"));
    return new ForwardingPlan(
        all, List.copyOf(entries), letter(form.coverLetter(), noticeDueOn, checks));
  }

  private static void addressed(ToForm to, Checks checks, List<Entry> entries) {
    List<AddresseeForm> named = checks.list("/to/organizations", to.organizations(), MAX_NAMED);
    for (int i = 0; i < named.size(); i++) {
      String at = "/to/organizations/" + i + "/code";
      Channel channel = named.get(i).channel() == null ? Channel.INBOX : named.get(i).channel();
      checks
          .code(at, named.get(i).code())
          .ifPresent(code -> entries.add(new Entry(code, at, channel, null)));
    }
  }

  private static void omitted(ForwardingForm form, Checks checks, List<Entry> entries) {
    List<OmissionForm> named = checks.list("/omitted", form.omitted(), MAX_NAMED);
    for (int i = 0; i < named.size(); i++) {
      String at = "/omitted/" + i;
      String reason = checks.required(at + "/reason", named.get(i).reason(), MAX_REASON);
      checks
          .code(at + "/code", named.get(i).code())
          .ifPresent(code -> entries.add(new Entry(code, at + "/code", null, reason)));
    }
  }

  private static CoverLetter letter(
      @Nullable CoverLetterForm given, @Nullable LocalDate noticeDueOn, Checks checks) {
    CoverLetterForm form = given;
    if (form == null) {
      checks.add("/coverLetter", "value.required");
      return new CoverLetter("", null, LocalDate.EPOCH, "", "", null, null);
    }
    Optional<LocalDate> dueOn = checks.date("/coverLetter/dueOn", form.dueOn());
    if (dueOn.isPresent() && noticeDueOn != null && dueOn.get().isAfter(noticeDueOn)) {
      checks.add("/coverLetter/dueOn", "forwarding.due-after-notice", noticeDueOn);
    }
    return new CoverLetter(
        checks.paperKind("/coverLetter/paperKind", form.paperKind()),
        checks
            .optional("/coverLetter/documentNumber", form.documentNumber(), MAX_DOCUMENT_NUMBER)
            .orElse(null),
        checks.requiredDate("/coverLetter/date", form.date()).orElse(LocalDate.EPOCH),
        checks.required("/coverLetter/title", form.title(), MAX_TITLE),
        checks.required("/coverLetter/text", form.text(), MAX_TEXT),
        dueOn.orElse(null),
        checks.within("/coverLetter/allowance", form.allowance(), 1, Allowances.MAX).orElse(null));
  }
}
