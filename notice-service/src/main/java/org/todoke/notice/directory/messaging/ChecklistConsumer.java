package org.todoke.notice.directory.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.Inbox;
import org.todoke.notice.directory.FollowChecklists;

/** Brings published checklists to the directory. */
@ApplicationScoped
public class ChecklistConsumer {

  /** Stands in the inbox, in the list of parked keys, and as the group of the channel. */
  public static final String NAME = "notice.checklists";

  static final String CHANNEL = "checklists";

  private final Inbox inbox;
  private final FollowChecklists handler;

  ChecklistConsumer(Inbox inbox, FollowChecklists handler) {
    this.inbox = inbox;
    this.handler = handler;
    inbox.register(NAME, handler);
  }

  @Incoming(CHANNEL)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(NAME, batch, handler);
  }
}
