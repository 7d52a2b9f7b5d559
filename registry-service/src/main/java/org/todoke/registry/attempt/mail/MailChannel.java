package org.todoke.registry.attempt.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.Channel;
import org.todoke.registry.attempt.AttemptConfig;
import org.todoke.registry.attempt.Message;
import org.todoke.registry.attempt.Outcome;
import org.todoke.registry.attempt.SendingChannel;
import org.todoke.registry.contact.ContactDetails;

/** E-mail, by the server of the settings. */
@ApplicationScoped
class MailChannel implements SendingChannel {

  private static final Duration MORE_THAN_THE_TIMEOUT = Duration.ofSeconds(5);

  private final ReactiveMailer mailer;
  private final MailConfig mail;
  private final AttemptConfig config;

  MailChannel(ReactiveMailer mailer, MailConfig mail, AttemptConfig config) {
    this.mailer = mailer;
    this.mail = mail;
    this.config = config;
  }

  /**
   * @throws IllegalStateException if mail is half set up: better no service than letters that lead
   *     nowhere
   */
  void check(@Observes StartupEvent event) {
    if (mail.from().isEmpty()) {
      return;
    }
    if (!isMailAddress(mail.from().get())) {
      throw new IllegalStateException("todoke.mail.from has to be an address and nothing else");
    }
    String base = mail.linkBase().map(URI::toString).orElse("");
    if (!base.matches("https?://[^\\s?#]+/")) {
      throw new IllegalStateException("todoke.mail.link-base has to be a URL that ends in /");
    }
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean isOn() {
    return mail.from().isPresent();
  }

  @Override
  public List<Outcome> send(List<Message> messages) {
    return Uni.join()
        .all(messages.stream().map(this::send).toList())
        .andCollectFailures()
        .await()
        .atMost(config.timeout().plus(MORE_THAN_THE_TIMEOUT));
  }

  private Uni<Outcome> send(Message message) {
    String address = message.address();
    if (address == null || !isMailAddress(address)) {
      // Closed since, or none: the contact itself says why.
      return Uni.createFrom().item(new Outcome.Never(AttemptFailure.NOT_IN_SERVICE, false));
    }
    return Uni.createFrom()
        .deferred(() -> mailer.send(Letter.to(message, mail.from().get(), mail.linkBase().get())))
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .<Outcome>map(sent -> new Outcome.Taken())
        .onFailure()
        .recoverWithItem(SmtpReplies::outcomeOf);
  }

  private static boolean isMailAddress(String text) {
    return new ContactDetails(Channel.EMAIL, text, null, null).fault().isEmpty();
  }
}
