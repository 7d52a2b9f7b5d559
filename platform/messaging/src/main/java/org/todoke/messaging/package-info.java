/**
 * Events out of a transaction and into one: outbox, relay, inbox, CloudEvents envelope.
 *
 * <h2>Out</h2>
 *
 * <pre>{@code
 * @Transactional
 * public void acknowledge(NoticeId notice, OrganizationCode org) {
 *   Delivery delivery = deliveries.lock(notice, org);   // orders the events of this key
 *   delivery.acknowledge(clock.instant());
 *   outbox.append(delivery.acknowledged());
 * }
 * }</pre>
 *
 * <p>The relay takes it to Kafka: at least once, in order per partition key.
 *
 * <h2>In</h2>
 *
 * <pre>{@code
 * @ApplicationScoped
 * class DirectoryConsumer {
 *   private static final String NAME = "notice.directory";
 *
 *   void register(@Observes StartupEvent event) {
 *     inbox.register(NAME, this::handle);   // so that an operator can replay before the first batch
 *   }
 *
 *   @Incoming("organizations")
 *   @Blocking
 *   void receive(ConsumerRecords<String, byte[]> batch) {
 *     inbox.receive(NAME, batch, this::handle);
 *   }
 *
 *   private void handle(List<EventEnvelope> events) {
 *     // in a transaction and in SystemScope; unknown types are ignored
 *   }
 * }
 * }</pre>
 *
 * <pre>{@code
 * mp.messaging.incoming.organizations.connector=smallrye-kafka
 * mp.messaging.incoming.organizations.topic=todoke.organizations
 * mp.messaging.incoming.organizations.group.id=notice.directory
 * }</pre>
 *
 * <p>Everything else of the channel (batches, deserialisers, commit after each batch, stop on
 * failure) comes from this module's {@code META-INF/microprofile-config.properties} and must not be
 * set anew. Two consumers of one service need two names and two groups. The method must neither be
 * {@code @Transactional} nor return before {@code receive} does.
 */
@NullMarked
package org.todoke.messaging;

import org.jspecify.annotations.NullMarked;
