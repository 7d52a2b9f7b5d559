package org.todoke.benchmarks.national;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.contracts.event.OrganizationSnapshot;

class DirectLoadTest {

  @Test
  void whatIsToldReadsAsAnEventOfTheRegistry() throws Exception {
    var snapshot =
        new OrganizationSnapshot(
            OrganizationCode.of("cn:2999905000101"),
            OrganizationKind.CORPORATION,
            "架空しおさい会",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            OrganizationState.ACTIVE,
            LocalDate.of(2020, 4, 1),
            null,
            null,
            List.of(),
            null,
            List.of(),
            null,
            null);

    ProducerRecord<String, byte[]> record = DirectLoad.record(snapshot, 7);
    CloudEvent event = KafkaMessageFactory.createReader(record.headers(), record.value()).toEvent();
    JsonNode data = new ObjectMapper().readTree(event.getData().toBytes());

    assertThat(event.getType()).isEqualTo("organization.registered");
    assertThat(event.getSource()).hasToString("/todoke/registry");
    assertThat(event.getSubject()).isEqualTo("cn:2999905000101");
    assertThat(event.getExtension("partitionkey")).isEqualTo("cn:2999905000101");
    assertThat(event.getExtension("correlationid")).isEqualTo("cn:2999905000101");
    assertThat(event.getExtension("sequence")).isEqualTo("1");
    assertThat(event.getExtension("recordedtime").toString()).endsWith("Z");
    assertThat(event.getDataContentType()).isEqualTo("application/json");
    assertThat(data.path("name").asText()).isEqualTo("架空しおさい会");
    assertThat(data.path("validFrom").asText()).isEqualTo("2020-04-01");
  }
}
