package org.todoke.benchmarks.national;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.todoke.benchmarks.nation.Nation;
import org.todoke.benchmarks.nation.Organizations;
import org.todoke.contracts.Channel;
import org.todoke.contracts.EventType;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.contracts.Topics;
import org.todoke.contracts.event.OrganizationSnapshot;

/**
 * Tells the suite of a nation in the registry's stead: the last word about each organisation, on
 * the registry's topic. The directories take it in as they always do; only reading and judging the
 * lists is left out, which {@code todoke bench registry} measures.
 */
final class DirectLoad {

  private static final LocalDate SINCE = LocalDate.of(2020, 4, 1);

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private final String bootstrapServers;
  private final Map<String, String> prefectures = new HashMap<>();

  /**
   * @param prefectures their codes, which the lists do not have
   */
  DirectLoad(String bootstrapServers, List<String> prefectures) {
    this.bootstrapServers = bootstrapServers;
    prefectures.forEach(code -> this.prefectures.put(code.substring(3, 5), code));
  }

  /**
   * @return how many it told of, when the broker has them all
   */
  long tell(Nation nation) {
    var failure = new AtomicReference<@Nullable Exception>();
    long[] told = {0};
    try (var producer = producer()) {
      nation
          .organizations()
          .forEachCorporation(c -> send(producer, snapshot(c), failure, ++told[0]));
      nation
          .organizations()
          .forEachEstablishment(e -> send(producer, snapshot(e), failure, ++told[0]));
      producer.flush();
    }
    Exception fault = failure.get();
    if (fault != null) {
      throw new IllegalStateException("Kafka did not take the nation", fault);
    }
    return told[0];
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.<String, Object>of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            5,
            ProducerConfig.BATCH_SIZE_CONFIG,
            131_072),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private static void send(
      KafkaProducer<String, byte[]> producer,
      OrganizationSnapshot snapshot,
      AtomicReference<@Nullable Exception> failure,
      long number) {
    var sent =
        producer.send(
            record(snapshot, number),
            (where, e) -> {
              if (e != null) {
                failure.compareAndSet(null, e);
              }
            });
  }

  static ProducerRecord<String, byte[]> record(OrganizationSnapshot snapshot, long number) {
    String code = snapshot.code().value();
    String now = Instant.now().toString();
    try {
      var record =
          new ProducerRecord<>(Topics.ORGANIZATIONS, code, JSON.writeValueAsBytes(snapshot));
      Map.of(
              "ce_specversion",
              "1.0",
              "ce_id",
              new UUID(0x0bec, number).toString(),
              "ce_source",
              "/todoke/registry",
              "ce_type",
              EventType.ORGANIZATION_REGISTERED.wireName(),
              "ce_dataschema",
              EventType.ORGANIZATION_REGISTERED.schemaId(),
              "ce_subject",
              code,
              "ce_time",
              now,
              "ce_recordedtime",
              now,
              "ce_partitionkey",
              code,
              "ce_sequence",
              "1")
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      record.headers().add("ce_correlationid", code.getBytes(StandardCharsets.UTF_8));
      record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
      return record;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(code, e);
    }
  }

  private static OrganizationSnapshot snapshot(Organizations.Corporation corporation) {
    return snapshot(
        corporation.code(),
        OrganizationKind.CORPORATION,
        corporation.name(),
        null,
        null,
        null,
        null,
        List.of());
  }

  private OrganizationSnapshot snapshot(Organizations.Establishment establishment) {
    return snapshot(
        establishment.code(),
        OrganizationKind.ESTABLISHMENT,
        establishment.name(),
        establishment.kana(),
        prefectures.get(establishment.prefecture()),
        "lg:" + establishment.municipality(),
        establishment.corporation(),
        establishment.services().stream().map(file -> file.substring(0, 2)).distinct().toList());
  }

  private static OrganizationSnapshot snapshot(
      String code,
      OrganizationKind kind,
      String name,
      @Nullable String kana,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation,
      List<String> services) {
    return new OrganizationSnapshot(
        OrganizationCode.of(code),
        kind,
        name,
        kana,
        code(municipality),
        code(prefecture),
        code(municipality),
        null,
        code(corporation),
        null,
        null,
        null,
        null,
        OrganizationState.ACTIVE,
        SINCE,
        null,
        Listing.LISTED,
        services,
        null,
        List.of(Channel.FAX, Channel.TELEPHONE),
        null,
        null);
  }

  private static @Nullable OrganizationCode code(@Nullable String code) {
    return code == null ? null : OrganizationCode.of(code);
  }
}
