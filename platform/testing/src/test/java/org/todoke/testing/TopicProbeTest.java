package org.todoke.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Topics;

class TopicProbeTest {

  @Test
  void readsBinaryCloudEventsInOrderOfTheirKey() {
    String id = UUID.randomUUID().toString();
    try (var writer = new TopicWriter();
        var probe = TopicProbe.fromBeginning(Topics.NOTICES)) {
      for (int i = 1; i <= 3; i++) {
        writer.send(TopicWriter.event(EventType.NOTICE_ISSUED, id, "corr", i, "{\"n\":" + i + "}"));
      }

      var events = probe.awaitEvents(3, e -> e.subject().equals(id));

      assertThat(events).extracting(ReceivedEvent::sequence).containsExactly(1L, 2L, 3L);
      assertThat(events).extracting(e -> e.data().get("n").asInt()).containsExactly(1, 2, 3);
      assertThat(events).extracting(ReceivedEvent::key).containsOnly(id);
      assertThat(events).extracting(ReceivedEvent::type).containsOnly("notice.issued");
      assertThat(events.get(0).extension("correlationid")).isEqualTo("corr");
    }
  }

  @Test
  void fromNowSeesNothingOlder() {
    String older = UUID.randomUUID().toString();
    String newer = UUID.randomUUID().toString();
    try (var writer = new TopicWriter()) {
      writer.send(TopicWriter.event(EventType.NOTICE_ISSUED, older, "c", 1, "{}"));
      try (var probe = TopicProbe.fromNow(Topics.NOTICES)) {
        writer.send(TopicWriter.event(EventType.NOTICE_ISSUED, newer, "c", 1, "{}"));

        probe.awaitEvent("notice.issued", newer);

        assertThat(probe.drain())
            .extracting(ReceivedEvent::subject)
            .contains(newer)
            .doesNotContain(older);
      }
    }
  }

  @Test
  void keepsWhatIsNoCloudEventApart() {
    try (var writer = new TopicWriter();
        var probe = TopicProbe.fromNow(Topics.CHECKLISTS)) {
      writer.sendRaw(
          Topics.CHECKLISTS,
          "broken",
          Map.of("ce_specversion", "1.0"),
          "{".getBytes(StandardCharsets.UTF_8));

      Eventually.assertThat(
          () -> assertThat(probe.unreadable()).extracting(r -> r.key()).contains("broken"));
      assertThat(probe.events()).isEmpty();
    }
  }

  @Test
  void topicsAreTheDeclaredOnesAndNoOtherAppears() throws Exception {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                TodokeEnvironment.kafkaBootstrapServers()))) {
      var described =
          admin
              .describeTopics(Topics.ALL.stream().map(Topics.Topic::name).toList())
              .allTopicNames()
              .get();
      for (Topics.Topic topic : Topics.ALL) {
        assertThat(described.get(topic.name()).partitions()).hasSize(topic.partitions());
      }
    }
    try (var writer = new TopicWriter()) {
      assertThatThrownBy(
              () ->
                  writer.sendRaw(
                      "todoke.unheard-of", "k", Map.of(), new byte[0], Duration.ofSeconds(2)))
          .hasMessageContaining("todoke.unheard-of");
    }
  }
}
