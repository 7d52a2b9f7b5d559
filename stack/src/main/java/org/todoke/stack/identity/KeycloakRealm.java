package org.todoke.stack.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Makes the realm that Keycloak imports, {@code deploy/keycloak/todoke-realm.json}, of the same
 * users as the small issuer's: the claims {@code org}, {@code roles} and {@code aud} come out the
 * same.
 */
public final class KeycloakRealm {

  /** The variable from which Keycloak takes the password of all logins when it imports them. */
  public static final String PASSWORD_VARIABLE = "TODOKE_DEMO_PASSWORD";

  private static final String PASSWORD = "${" + PASSWORD_VARIABLE + "}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final DemoUsers users;

  public KeycloakRealm(DemoUsers users) {
    this.users = users;
  }

  public String toJson() {
    ObjectNode realm = JSON.createObjectNode();
    realm.put("realm", Issuer.REALM);
    realm.put("enabled", true);
    realm.put("sslRequired", "external");
    realm.put("registrationAllowed", false);
    realm.put("bruteForceProtected", true);
    realm.put("accessTokenLifespan", 3600);
    realm.put("internationalizationEnabled", true);
    realm.putArray("supportedLocales").add("ja").add("en");
    realm.put("defaultLocale", "ja");
    addRoles(realm);
    addUserProfile(realm);
    ArrayNode clients = realm.putArray("clients");
    addPublicClient(clients);
    ArrayNode list = realm.putArray("users");
    for (DemoUsers.User user : users.users()) {
      addUser(list, user);
      addClient(clients, user);
      addServiceAccount(list, user);
    }
    return realm.toPrettyString();
  }

  private void addRoles(ObjectNode realm) {
    var names = new TreeSet<String>();
    users.users().forEach(user -> names.addAll(user.roles()));
    ArrayNode roles = realm.putObject("roles").putArray("realm");
    names.forEach(name -> roles.addObject().put("name", name));
  }

  /** The organisation is set by whoever administers the realm, never by the user. */
  private static void addUserProfile(ObjectNode realm) {
    ObjectNode profile = JSON.createObjectNode();
    ArrayNode attributes = profile.putArray("attributes");
    for (String name : List.of("username", "email", "firstName", "lastName", "org")) {
      ObjectNode attribute = attributes.addObject().put("name", name);
      ObjectNode permissions = attribute.putObject("permissions");
      permissions.putArray("view").add("admin").add("user");
      permissions.putArray("edit").add("admin");
    }
    ObjectNode component =
        realm
            .putObject("components")
            .putArray("org.keycloak.userprofile.UserProfileProvider")
            .addObject();
    component.put("providerId", "declarative-user-profile");
    component.putObject("config").putArray("kc.user.profile.config").add(profile.toString());
  }

  private static void addPublicClient(ArrayNode clients) {
    ObjectNode client = clients.addObject();
    client.put("clientId", Issuer.CLIENT);
    client.put("name", "Todoke");
    client.put("publicClient", true);
    client.put("standardFlowEnabled", true);
    client.put("directAccessGrantsEnabled", true);
    client.putArray("redirectUris").add("http://127.0.0.1:*").add("http://localhost:*");
    client.putObject("attributes").put("pkce.code.challenge.method", "S256");
    addMappers(client);
  }

  private void addClient(ArrayNode clients, DemoUsers.User user) {
    ObjectNode client = clients.addObject();
    client.put("clientId", user.username());
    client.put("name", user.displayName());
    client.put("publicClient", false);
    client.put("secret", PASSWORD);
    client.put("standardFlowEnabled", false);
    client.put("serviceAccountsEnabled", true);
    addMappers(client);
  }

  private static void addMappers(ObjectNode client) {
    client.put("fullScopeAllowed", true);
    ArrayNode mappers = client.putArray("protocolMappers");
    mapper(mappers, "organization", "oidc-usermodel-attribute-mapper")
        .put("user.attribute", "org")
        .put("claim.name", "org")
        .put("jsonType.label", "String");
    mapper(mappers, "roles", "oidc-usermodel-realm-role-mapper")
        .put("claim.name", "roles")
        .put("multivalued", "true")
        .put("jsonType.label", "String");
    mapper(mappers, "audience", "oidc-audience-mapper")
        .put("included.custom.audience", Issuer.AUDIENCE);
  }

  private static ObjectNode mapper(ArrayNode mappers, String name, String kind) {
    ObjectNode mapper = mappers.addObject();
    mapper.put("name", name);
    mapper.put("protocol", "openid-connect");
    mapper.put("protocolMapper", kind);
    return mapper.putObject("config").put("access.token.claim", "true");
  }

  private void addUser(ArrayNode list, DemoUsers.User user) {
    ObjectNode node = list.addObject();
    node.put("username", user.username());
    node.put("enabled", true);
    // Without these three the password grant is refused.
    node.put("email", user.username() + "@todoke.invalid");
    node.put("emailVerified", true);
    node.put("firstName", user.displayName());
    node.put("lastName", user.username().toUpperCase(Locale.ROOT));
    node.putArray("credentials").addObject().put("type", "password").put("value", PASSWORD);
    addOrganizationAndRoles(node, user);
  }

  private static void addServiceAccount(ArrayNode list, DemoUsers.User user) {
    ObjectNode node = list.addObject();
    node.put("username", "service-account-" + user.username());
    node.put("enabled", true);
    node.put("serviceAccountClientId", user.username());
    addOrganizationAndRoles(node, user);
  }

  private static void addOrganizationAndRoles(ObjectNode node, DemoUsers.User user) {
    node.putObject("attributes").putArray("org").add(user.organization());
    ArrayNode roles = node.putArray("realmRoles");
    user.roles().forEach(roles::add);
  }
}
