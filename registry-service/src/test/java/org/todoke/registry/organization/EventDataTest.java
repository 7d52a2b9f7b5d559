package org.todoke.registry.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationKind;
import org.todoke.registry.FreshRegistry;
import org.todoke.registry.RegistryTest;
import org.todoke.registry.offering.Offering;
import org.todoke.registry.offering.Offerings;

/** The two makers of event data, one for single edits and one for set-based statements, agree. */
@QuarkusTest
@FreshRegistry
class EventDataTest extends RegistryTest {

  @Inject OrganizationRepository organizations;
  @Inject Offerings offerings;
  @Inject ObjectMapper json;

  @Test
  void snapshotAndFunctionTellTheSameOfEveryKind() throws JsonProcessingException {
    assertThat(toldByJava()).isEqualTo(toldByTheDatabase());
  }

  @Test
  void snapshotAndFunctionTellTheSameOfEverythingThatCanBeKnown() throws JsonProcessingException {
    knowEverything();

    Map<String, JsonNode> told = toldByJava();

    assertThat(told).isEqualTo(toldByTheDatabase());
    assertThat(told.get(SHIOSAI_DAY_SERVICE).path("latitude").asDouble()).isEqualTo(33.46);
    assertThat(told.get(SHIOSAI_DAY_SERVICE).path("services").get(0).path("days")).hasSize(2);
    assertThat(told.get(YAWATAHAMA).path("validTo").asText()).isEqualTo("2026-03-31");
  }

  private void knowEverything() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              var entities = organizations.getEntityManager();
              entities
                  .createNativeQuery(
                      """
                      update organization
                         set address = '愛媛県"八幡浜市\\', building = '2階', latitude = 33.46,
                             longitude = 132.423456, ward = '141011', listing = 'not-listed',
                             listing_since = '2026-03-31', channels = '{fax,telephone}',
                             state = 'closed', valid_to = '2026-03-31'""")
                  .executeUpdate();
              entities
                  .createNativeQuery(
                      """
                      update establishment_service
                         set name_kana = 'ナマエ', capacity = 30, days = '{weekday,holiday}',
                             days_note = '年末年始を除く', url = 'https://example.jp/',
                             listing = 'listed', extras = '{"備考": "なし"}'""")
                  .executeUpdate();
            });
  }

  /** One of each kind in the lists, and every establishment. */
  private Map<String, JsonNode> toldByJava() throws JsonProcessingException {
    Map<String, JsonNode> told = new TreeMap<>();
    List<Organization> all = QuarkusTransaction.requiringNew().call(() -> organizations.listAll());
    for (Organization organization : all) {
      List<Offering> offered =
          organization.kind() == OrganizationKind.ESTABLISHMENT
              ? QuarkusTransaction.requiringNew().call(() -> offerings.current(organization.code()))
              : List.of();
      told.put(
          organization.code().value(),
          json.readTree(
              json.writeValueAsString(
                  organization.snapshot(offered.stream().map(Offering::told).toList()))));
    }
    return told;
  }

  private Map<String, JsonNode> toldByTheDatabase() throws JsonProcessingException {
    List<?> rows =
        QuarkusTransaction.requiringNew()
            .call(
                () ->
                    organizations
                        .getEntityManager()
                        .createNativeQuery(
                            "select code, cast(organization_event_data(o) as text) from organization o",
                            Object[].class)
                        .getResultList());
    Map<String, JsonNode> told = new TreeMap<>();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      told.put((String) columns[0], json.readTree((String) columns[1]));
    }
    return told;
  }
}
