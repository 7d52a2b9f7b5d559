package org.todoke.registry.attempt.mail;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import org.todoke.contracts.AttemptFailure;
import org.todoke.registry.attempt.Outcome;

/** What the answers of mail servers mean. Their texts are left alone: they can hold an address. */
final class SmtpReplies {

  private SmtpReplies() {}

  /** Whatever is no answer of the server says that there was none: that is our own side. */
  static Outcome outcomeOf(Throwable failure) {
    if (failure instanceof SMTPException refused) {
      return outcomeOf(refused.getReplyCode());
    }
    return new Outcome.Later(
        failure instanceof TimeoutException ? AttemptFailure.TIMEOUT : AttemptFailure.NO_CONNECTION,
        false);
  }

  /** By RFC 5321: 4xx may work another time, 5xx never will. */
  static Outcome outcomeOf(int replyCode) {
    return switch (replyCode) {
      // The server goes down, does not know us, or wants us to sign in: nothing about the address.
      case 421, 454, 530, 534, 535, 538 -> new Outcome.Later(AttemptFailure.NO_CONNECTION, false);
      case 450, 452 -> new Outcome.Later(AttemptFailure.BUSY, true);
      case 550, 551, 553 -> new Outcome.Never(AttemptFailure.WRONG_ADDRESS, true);
      default ->
          replyCode >= 500
              ? new Outcome.Never(AttemptFailure.REJECTED, true)
              : new Outcome.Later(AttemptFailure.REJECTED, true);
    };
  }
}
