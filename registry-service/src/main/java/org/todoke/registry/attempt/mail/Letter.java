package org.todoke.registry.attempt.mail;

import io.quarkus.mailer.Mail;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.todoke.contracts.Usage;
import org.todoke.registry.attempt.Message;

/**
 * The mail that says that a notice waits in the inbox, and nothing else: not of what it is about,
 * not of whom. Nothing in it comes from anybody's text; the only thing that differs from mail to
 * mail is two ids and the address, so nothing can find its way into a header.
 */
final class Letter {

  private static final String SUBJECT = "【届】通知が届いています / A notice is waiting for you";
  private static final String EXERCISE = "【訓練】";
  private static final String TEXT =
      """
      通知が受信箱に届いています。内容は次のところでご確認ください。

      %1$s

      通知の番号: %2$s
      このメールは自動で送られています。返信はできません。

      ----

      A notice is waiting in your inbox. You can read it at the address above.

      Number of the notice: %2$s
      This mail was sent automatically. Please do not reply to it.
      """;
  private static final String EXERCISE_TEXT = "これは訓練です。\nThis is an exercise.\n\n";

  private Letter() {}

  /** The same for each try, but for the moment: whoever gets it twice can tell. */
  static Mail to(Message message, String from, URI linkBase) {
    boolean exercise = message.usage() == Usage.EXERCISE;
    String domain = from.substring(from.lastIndexOf('@') + 1);
    String text = TEXT.formatted(linkBase.resolve(message.notice().toString()), message.notice());
    return new Mail()
        .setFrom(from)
        .setTo(List.of(Objects.requireNonNull(message.address())))
        .setSubject(exercise ? EXERCISE + SUBJECT : SUBJECT)
        .setText(exercise ? EXERCISE_TEXT + text : text)
        .addHeader("Message-ID", "<" + message.attempt() + "@" + domain + ">")
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("X-Auto-Response-Suppress", "All")
        .addHeader("List-Id", "<notices." + domain + ">");
  }
}
