package org.todoke.notice.progress.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.messaging.Inbox;
import org.todoke.notice.progress.FollowAnswers;

/** Brings what became of the assignments to the deliveries. */
@ApplicationScoped
public class AnswerConsumer {

  /** Stands in the inbox, in the list of parked keys, and as the group of the channel. */
  public static final String NAME = "notice.answers";

  static final String CHANNEL = "assignments";

  private final Inbox inbox;
  private final FollowAnswers handler;

  AnswerConsumer(Inbox inbox, FollowAnswers handler) {
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
