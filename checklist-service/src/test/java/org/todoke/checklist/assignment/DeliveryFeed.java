package org.todoke.checklist.assignment;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.todoke.checklist.Cascade;
import org.todoke.messaging.EventEnvelope;
import org.todoke.messaging.EventHandler;
import org.todoke.security.SystemScope;

/**
 * Hands events over as the inbox does, without the way over Kafka, and looks at what came of it.
 */
@ApplicationScoped
class DeliveryFeed {

  private final FollowDeliveries followDeliveries;
  private final FollowNotices followNotices;
  private final EntityManager entities;

  DeliveryFeed(
      FollowDeliveries followDeliveries, FollowNotices followNotices, EntityManager entities) {
    this.followDeliveries = followDeliveries;
    this.followNotices = followNotices;
    this.entities = entities;
  }

  void handle(CloudEvent... events) {
    handle(followDeliveries, events);
  }

  /** What happened to notices as a whole. */
  void handleNotices(CloudEvent... events) {
    handle(followNotices, events);
  }

  private static void handle(EventHandler handler, CloudEvent... events) {
    List<EventEnvelope> envelopes = new ArrayList<>();
    for (CloudEvent event : events) {
      envelopes.add(envelope(event));
    }
    SystemScope.run(() -> QuarkusTransaction.requiringNew().run(() -> handler.handle(envelopes)));
  }

  private static EventEnvelope envelope(CloudEvent event) {
    try {
      String subject = String.valueOf(event.getSubject());
      Instant time = event.getTime().toInstant();
      return new EventEnvelope(
          event.getId(),
          event.getSource().toString(),
          event.getType(),
          String.valueOf(event.getDataSchema()),
          subject,
          subject,
          time,
          time,
          String.valueOf(event.getExtension("correlationid")),
          null,
          Long.parseLong(String.valueOf(event.getExtension("sequence"))),
          null,
          new ObjectMapper().readTree(event.getData().toBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count(String query) {
    try {
      return SystemScope.call(
          () ->
              QuarkusTransaction.requiringNew()
                  .call(() -> (Long) entities.createNativeQuery(query).getSingleResult()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> facts(UUID id) {
    return Cascade.city()
        .get("/v1/assignments/{id}/history", id)
        .then()
        .statusCode(200)
        .extract()
        .path("items.kind");
  }
}
