package org.todoke.registry.attempt;

import java.util.List;
import org.todoke.contracts.Channel;

/**
 * A channel over which the suite itself sends. Channels that have none of these are done by a
 * person: FAX, telephone, post. An attempt over such a channel is made and told of, and waits for
 * what somebody records about it in notice-service.
 */
public interface SendingChannel {

  Channel channel();

  /** Whether the installation has what it takes; nothing is attempted over it otherwise. */
  boolean isOn();

  /**
   * Tries each, outside of any transaction, and returns within the timeout of the settings and a
   * little.
   *
   * @return what became of each, in the order given
   */
  List<Outcome> send(List<Message> messages);
}
