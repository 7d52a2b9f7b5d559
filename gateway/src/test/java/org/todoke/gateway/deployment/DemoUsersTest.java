package org.todoke.gateway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.todoke.contracts.OrganizationCode;
import org.todoke.testing.RepositoryRoot;

/** The logins of the demonstration stand in one file, and the realm is made of it. */
class DemoUsersTest {

  private static final Path ROOT = RepositoryRoot.find();
  private static final JsonNode DEMO = json("deploy/demo-users.json");
  private static final JsonNode REALM = json("deploy/keycloak/todoke-realm.json");
  private static final String PASSWORD = "${TODOKE_DEMO_PASSWORD}";

  private record User(String organization, Set<String> roles) {}

  private static JsonNode json(String file) {
    try {
      return new ObjectMapper().readTree(Files.readString(ROOT.resolve(file)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(file, e);
    }
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static List<JsonNode> people() {
    return StreamSupport.stream(REALM.path("users").spliterator(), false)
        .filter(u -> !u.has("serviceAccountClientId"))
        .toList();
  }

  @Test
  void everyOrganisationStandsInTheDemonstrationData() throws IOException {
    String data = Files.readString(ROOT.resolve("docs/demo-data.md"));

    for (JsonNode user : DEMO.path("users")) {
      String code = user.path("organization").asText();
      assertThat(OrganizationCode.parse(code)).as(code).isPresent();
      assertThat(data).contains("| `" + code + "` |");
    }
  }

  @Test
  void realmHasTheSamePeopleInTheSameRoles() {
    TreeMap<String, User> demo = new TreeMap<>();
    DEMO.path("users")
        .forEach(
            u ->
                demo.put(
                    u.path("username").asText(),
                    new User(u.path("organization").asText(), texts(u.path("roles")))));
    TreeMap<String, User> realm = new TreeMap<>();
    people()
        .forEach(
            u ->
                realm.put(
                    u.path("username").asText(),
                    new User(u.at("/attributes/org/0").asText(), texts(u.path("realmRoles")))));

    assertThat(realm)
        .as("deploy/keycloak/todoke-realm.json against deploy/demo-users.json")
        .isEqualTo(demo);
    assertThat(demo).hasSizeGreaterThan(20);
  }

  /** What is imported where nobody asked for the demonstration. */
  @Test
  void realmWithoutTheDemonstrationIsTheSameWithNobodyInIt() {
    JsonNode empty = json("deploy/keycloak/empty-realm.json");
    ObjectNode expected = REALM.deepCopy();
    expected.putArray("users");
    ArrayNode clients = expected.putArray("clients");
    REALM
        .path("clients")
        .forEach(
            client -> {
              if (client.path("publicClient").asBoolean()) {
                clients.add(client);
              }
            });

    assertThat(empty).isEqualTo(expected);
    assertThat(clients).hasSize(1);
    assertThat(empty.toString()).doesNotContain("TODOKE_DEMO_PASSWORD");
  }

  @Test
  void realmKnowsEveryRole() {
    Set<String> known = new HashSet<>();
    REALM.at("/roles/realm").forEach(role -> known.add(role.path("name").asText()));

    DEMO.path("users").forEach(u -> assertThat(known).containsAll(texts(u.path("roles"))));
  }

  @Test
  void peopleHaveWhatKeycloakWantsBeforeItTakesAPassword() {
    for (JsonNode user : people()) {
      for (String member : List.of("email", "firstName", "lastName")) {
        assertThat(user.path(member).asText()).as(user + " " + member).isNotBlank();
      }
      assertThat(user.path("enabled").asBoolean()).isTrue();
    }
  }

  @Test
  void realmHoldsNoPassword() {
    for (JsonNode user : people()) {
      assertThat(user.at("/credentials/0/value").asText()).isEqualTo(PASSWORD);
    }
    for (JsonNode client : REALM.path("clients")) {
      assertThat(client.path("secret").asText(PASSWORD)).isEqualTo(PASSWORD);
    }
    assertThat(REALM.toString()).doesNotContain(DEMO.path("password").asText());
  }

  @Test
  void passwordOfDevelopmentIsTheSameEverywhere() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve("deploy/dev.env")))
        .contains("TODOKE_DEMO_PASSWORD=" + DEMO.path("password").asText());
  }

  @Test
  void everyClientPutsTheClaimsIntoTheToken() {
    assertThat(REALM.path("clients")).isNotEmpty();
    for (JsonNode client : REALM.path("clients")) {
      Set<String> claims = new HashSet<>();
      boolean audience = false;
      for (JsonNode mapper : client.path("protocolMappers")) {
        JsonNode config = mapper.path("config");
        assertThat(config.path("access.token.claim").asText()).isEqualTo("true");
        claims.add(config.path("claim.name").asText());
        audience |= config.path("included.custom.audience").asText().equals("todoke");
      }
      assertThat(claims).as(client.path("clientId").asText()).contains("org", "roles");
      assertThat(audience).isTrue();
    }
  }
}
