package org.todoke.checklist.assignment.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.checklist.Channels;
import org.todoke.checklist.assignment.FollowNotices;
import org.todoke.messaging.Inbox;

/** Brings the ends of notices to the assignments. */
@ApplicationScoped
public class NoticeConsumer {

  /** Stands in the inbox and in the list of parked keys. */
  public static final String NAME = "checklist.notices";

  private final Inbox inbox;
  private final FollowNotices handler;

  NoticeConsumer(Inbox inbox, FollowNotices handler) {
    this.inbox = inbox;
    this.handler = handler;
    inbox.register(NAME, handler);
  }

  @Incoming(Channels.NOTICES)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(NAME, batch, handler);
  }
}
