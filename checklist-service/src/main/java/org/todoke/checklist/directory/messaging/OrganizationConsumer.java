package org.todoke.checklist.directory.messaging;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.todoke.checklist.Channels;
import org.todoke.checklist.directory.FollowRegistry;
import org.todoke.messaging.Inbox;

/** Brings the registry's events to the directory. */
@ApplicationScoped
public class OrganizationConsumer {

  /** Stands in the inbox and in the list of parked keys. */
  public static final String NAME = "checklist.directory";

  private final Inbox inbox;
  private final FollowRegistry handler;

  OrganizationConsumer(Inbox inbox, FollowRegistry handler) {
    this.inbox = inbox;
    this.handler = handler;
    inbox.register(NAME, handler);
  }

  @Incoming(Channels.ORGANIZATIONS)
  @Blocking
  public void receive(ConsumerRecords<String, byte[]> batch) {
    inbox.receive(NAME, batch, handler);
  }
}
