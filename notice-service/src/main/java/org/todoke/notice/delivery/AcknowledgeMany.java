package org.todoke.notice.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.todoke.notice.delivery.AcknowledgementResult.Outcome;
import org.todoke.notice.input.Checks;
import org.todoke.security.Actor;
import org.todoke.web.Refusal;

/**
 * Acknowledges many of one's own deliveries. Each is an act of its own: what is wrong with one does
 * not keep the others back, and repeating the whole changes nothing.
 */
@ApplicationScoped
public class AcknowledgeMany {

  static final int MAX = 100;

  private final AnswerForOneself answering;

  AcknowledgeMany(AnswerForOneself answering) {
    this.answering = answering;
  }

  /** In the order in which they are named. */
  public AcknowledgementResult.Results acknowledge(ManyAcknowledgementsForm form, Actor actor) {
    Checks checks = new Checks();
    String handledBy =
        checks.required("/handledBy", form.handledBy(), AnswerForOneself.MAX_HANDLED_BY);
    List<String> named = checks.list("/noticeIds", form.noticeIds(), MAX);
    if (named.isEmpty() && checks.isGood()) {
      checks.add("/noticeIds", "value.required");
    }
    List<UUID> notices = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      checks.id("/noticeIds/" + i, named.get(i)).ifPresent(notices::add);
    }
    checks.distinct("/noticeIds", named);
    checks.refuseIfAny();
    AcknowledgementForm each = new AcknowledgementForm(handledBy);
    return new AcknowledgementResult.Results(
        notices.stream().map(notice -> one(notice, each, actor)).toList());
  }

  private AcknowledgementResult one(UUID notice, AcknowledgementForm form, Actor actor) {
    try {
      answering.acknowledge(notice, actor.organization(), form, actor);
      return new AcknowledgementResult(notice, Outcome.ACKNOWLEDGED, null);
    } catch (Refusal refusal) {
      return new AcknowledgementResult(notice, Outcome.REFUSED, refusal.code());
    }
  }
}
