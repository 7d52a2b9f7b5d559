package org.todoke.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.todoke.contracts.Topics;

/** Asks the servers themselves whether what is measured would survive a power cut. */
public final class Durability {

  private static final List<String> MUST_BE_ON =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private Durability() {}

  /**
   * What is wrong, in words; empty if a commit is on the disk when it returns, for every role, and
   * no replica of a topic is behind.
   *
   * @param services whose databases are asked
   */
  public static List<String> faults(
      SuiteDatabase database, List<String> services, String bootstrapServers) {
    List<String> faults = new ArrayList<>();
    for (String service : services) {
      for (String setting : MUST_BE_ON) {
        String value = database.text(service, "show " + setting);
        if (!value.equals("on")) {
          faults.add(service + ": " + setting + " is " + value);
        }
      }
      database
          .texts(
              service,
              "select unnest(setconfig) from pg_db_role_setting"
                  + " where setconfig::text ~ 'fsync|synchronous_commit|full_page_writes'")
          .forEach(setting -> faults.add("a role or database has its own " + setting));
    }
    faults.addAll(faults(bootstrapServers));
    return List.copyOf(faults);
  }

  private static List<String> faults(String bootstrapServers) {
    List<String> names = Topics.ALL.stream().map(Topics.Topic::name).toList();
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      List<String> faults = new ArrayList<>();
      for (TopicDescription topic : admin.describeTopics(names).allTopicNames().get().values()) {
        for (TopicPartitionInfo partition : topic.partitions()) {
          if (partition.isr().size() < partition.replicas().size()) {
            faults.add("a replica of " + topic.name() + " is behind");
          }
        }
      }
      return faults;
    } catch (ExecutionException e) {
      return List.of("the broker does not tell of its topics: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("interrupted");
    }
  }
}
