package org.todoke.stack.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.todoke.testing.RepositoryRoot;

class KeycloakRealmTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DEPLOY = RepositoryRoot.find().resolve("deploy");

  @Test
  void committedRealmIsWhatTheListOfLoginsMakes() throws IOException {
    DemoUsers users = DemoUsers.read(DEPLOY.resolve("demo-users.json"));

    JsonNode made = JSON.readTree(new KeycloakRealm(users).toJson());
    JsonNode committed = JSON.readTree(DEPLOY.resolve("keycloak/todoke-realm.json").toFile());

    assertThat(committed)
        .as("write it anew with: ./todoke realm > deploy/keycloak/todoke-realm.json")
        .isEqualTo(made);
  }

  @Test
  void committedRealmHoldsNoPassword() throws IOException {
    DemoUsers users = DemoUsers.read(DEPLOY.resolve("demo-users.json"));

    assertThat(Files.readString(DEPLOY.resolve("keycloak/todoke-realm.json")))
        .doesNotContain(users.password())
        .contains("${" + KeycloakRealm.PASSWORD_VARIABLE + "}");
  }
}
