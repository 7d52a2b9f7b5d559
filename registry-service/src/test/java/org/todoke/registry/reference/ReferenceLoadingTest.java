package org.todoke.registry.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.Topics;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.testing.Databases;
import org.todoke.testing.EventContract;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.ServiceDatabase;
import org.todoke.testing.TestDatabase;
import org.todoke.testing.TodokeEnvironment;
import org.todoke.testing.TopicProbe;

@QuarkusTest
@FreshRegistry
class ReferenceLoadingTest extends RegistryTest {

  private static final int OFFICIAL = 1 + 10 + 47 + 1741;
  private static final int SAMPLE = 16;
  private static final ServiceDatabase DATABASE = ServiceDatabase.ofService("registry");

  @Inject ReferenceLoader loader;

  @Test
  void startLoadsEveryListWithItsHistory() throws SQLException {
    assertThat(rows("select kind || ' ' || count(*) from organization group by kind"))
        .containsExactlyInAnyOrder(
            "ministry 1",
            "division 10",
            "prefecture 47",
            "municipality 1741",
            "association 2",
            "corporation 5",
            "establishment 9");
    assertThat(
            rows(
                """
                select o.code from organization o
                  left join organization_history h
                    on h.organization = o.code and h.seq = o.seq and h.valid_to is null
                       and h.valid_from = o.valid_from and h.name = o.name
                 where h.seq is null or o.search_key = '' or o.search = ''"""))
        .isEmpty();
  }

  @Test
  void loadingAgainChangesNothingAndTellsNothing() throws SQLException {
    List<String> before = rows("select o::text from organization o order by code");

    assertThat(loader.load()).isZero();

    assertThat(rows("select o::text from organization o order by code")).isEqualTo(before);
    assertThat(rows("select type from outbox")).isEmpty();
    assertThat(rows("select organization from organization_history where seq > 1")).isEmpty();
  }

  @Test
  void everyOrganizationIsToldOfOnceWithItsFullState() {
    Databases.clean(DATABASE);
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      assertThat(loader.load()).isEqualTo(OFFICIAL + SAMPLE);

      List<ReceivedEvent> events = probe.awaitEvents(OFFICIAL + SAMPLE, e -> true);

      assertThat(events).hasSize(OFFICIAL + SAMPLE);
      assertThat(events).extracting(ReceivedEvent::type).containsOnly("organization.registered");
      assertThat(events).extracting(ReceivedEvent::sequence).containsOnly(1L);
      assertThat(events).allSatisfy(EventContract::assertValid);
      assertThat(events)
          .allSatisfy(
              e -> {
                assertThat(e.key()).isEqualTo(e.subject());
                assertThat(e.data().get("code").asText()).isEqualTo(e.subject());
                assertThat(e.extension("correlationid")).isEqualTo(e.subject());
                assertThat(e.event().getSource()).hasToString("/todoke/registry");
              });
      Map<String, ReceivedEvent> bySubject =
          events.stream().collect(Collectors.toMap(ReceivedEvent::subject, Function.identity()));
      assertThat(bySubject.get(MINATO_IKATA).data().toString())
          .isEqualTo(
              """
              {"code":"kj:3873798239","kind":"establishment","name":"ヘルパーステーション架空みなと伊方",\
              "nameKana":"ヘルパーステーションカクウミナトイカタ","prefecture":"lg:380008",\
              "municipality":"lg:384429","corporation":"cn:5999901000102","state":"active",\
              "validFrom":"2013-04-01","serviceTypes":["11"],\
              "services":[{"code":"11","name":"ヘルパーステーション架空みなと伊方",\
              "nameKana":"ヘルパーステーションカクウミナトイカタ","days":[]}],\
              "channels":["fax","telephone"]}""");
      assertThat(bySubject.get(USHIO).data().get("channels").toString()).isEqualTo("[\"fax\"]");
      // The numbers and addresses themselves are told to nobody.
      assertThat(events).noneMatch(e -> e.data().toString().contains("0894-00"));
      assertThat(events).noneMatch(e -> e.data().toString().contains("example.jp"));
    }
  }

  @Test
  void whatTheListsSayAnewIsAChange() throws SQLException {
    execute(
        """
        update organization set name = '旧八幡浜市', search_key = '', search = ''
         where code = 'lg:382043'""");
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      assertThat(loader.load()).isEqualTo(1);

      ReceivedEvent changed = probe.awaitEvent("organization.changed", YAWATAHAMA);

      EventContract.assertValid(changed);
      assertThat(changed.sequence()).isEqualTo(2);
      assertThat(changed.data().get("name").asText()).isEqualTo("八幡浜市");
    }
    assertThat(
            rows(
                """
                select seq || ' ' || name || ' ' || valid_from || ' ' || coalesce(valid_to::text, '-')
                  from organization_history where organization = 'lg:382043' order by seq"""))
        .containsExactly("1 八幡浜市 2024-01-01 2026-03-31", "2 八幡浜市 2026-04-01 -");
    assertThat(rows("select search_key from organization where code = 'lg:382043'"))
        .containsExactly("八幡浜市 やわたはまし");
  }

  @Test
  void everyServiceOfTheSampleHasARowUnderTheNameOfItsEstablishment() throws SQLException {
    assertThat(
            rows(
                """
                select o.code || ' ' || s.service from organization o
                  join establishment_service s
                    on s.establishment = o.code and s.valid_to is null
                       and s.valid_from = o.valid_from and s.name = o.name"""))
        .hasSize(12)
        .contains("kj:3890498136 32", "kj:3890498136 37");
  }

  @Test
  void serviceRowsThatAreMissingAreMadeAndTold() throws SQLException {
    execute("delete from establishment_service where establishment = 'kj:3890498136'");
    try (TopicProbe probe = TopicProbe.fromNow(Topics.ORGANIZATIONS)) {
      assertThat(loader.load()).isEqualTo(1);

      ReceivedEvent changed = probe.awaitEvent("organization.changed", "kj:3890498136");

      assertThat(changed.data().path("services").findValuesAsText("code"))
          .containsExactly("32", "37");
    }
    assertThat(loader.load()).isZero();
  }

  @Test
  void whatARegistrarHasChangedStays() throws SQLException {
    execute("update organization set name = '架空町', origin = 'registrar' where code = 'lg:382043'");

    assertThat(loader.load()).isZero();

    assertThat(rows("select name from organization where code = 'lg:382043'"))
        .containsExactly("架空町");
  }

  @Test
  void contactThatWasClosedDoesNotComeBack() throws SQLException {
    execute("update contact set state = 'closed', valid_to = '2026-03-31' where channel = 'email'");

    loader.load();

    assertThat(rows("select id from contact where channel = 'email' and state = 'active'"))
        .isEmpty();
  }

  @Test
  void topicKeepsTheLastStateOfEveryCode() throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.ORGANIZATIONS);
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                TodokeEnvironment.kafkaBootstrapServers()))) {
      assertThat(
              admin
                  .describeConfigs(Set.of(topic))
                  .all()
                  .get()
                  .get(topic)
                  .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                  .value())
          .isEqualTo("compact");
    }
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = TestDatabase.ensure(DATABASE).connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = TestDatabase.ensure(DATABASE).connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
