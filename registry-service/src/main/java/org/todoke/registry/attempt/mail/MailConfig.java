package org.todoke.registry.attempt.mail;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/**
 * By whom mails are, and where they lead. Where the server is and how to sign in there is said to
 * the library: {@code quarkus.mailer.*}.
 */
@ConfigMapping(prefix = "todoke.mail")
public interface MailConfig {

  /** The address of the sender. Without one, no mail is sent and no attempt made. */
  Optional<String> from();

  /** What the id of a notice is put behind; has to be there when {@code from} is. */
  Optional<URI> linkBase();
}
