package org.todoke.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.todoke.contracts.Topics;

/** Creates the topics of the suite, since neither broker nor service creates one by itself. */
public final class KafkaTopics {

  /**
   * 30 days, in which whoever follows a topic hears that something was erased; as in {@code
   * deploy/kafka/create-topics.sh}.
   */
  private static final String TOMBSTONES_KEPT = "2592000000";

  private KafkaTopics() {}

  /**
   * Creates those of {@link Topics#ALL} that do not exist yet; those that exist stay as they are.
   */
  public static void createAll(String bootstrapServers) {
    create(bootstrapServers, Topics.ALL);
  }

  public static void create(String bootstrapServers, List<Topics.Topic> wanted) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> existing = admin.listTopics().names().get();
      var missing = new ArrayList<NewTopic>();
      for (Topics.Topic topic : wanted) {
        if (!existing.contains(topic.name())) {
          missing.add(
              new NewTopic(topic.name(), topic.partitions(), (short) 1)
                  .configs(
                      topic.compacted()
                          ? Map.of(
                              TopicConfig.CLEANUP_POLICY_CONFIG,
                              TopicConfig.CLEANUP_POLICY_COMPACT,
                              TopicConfig.DELETE_RETENTION_MS_CONFIG,
                              TOMBSTONES_KEPT)
                          : Map.of(
                              TopicConfig.CLEANUP_POLICY_CONFIG,
                              TopicConfig.CLEANUP_POLICY_DELETE)));
        }
      }
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot create the topics at " + bootstrapServers, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating topics", e);
    }
  }
}
