package org.todoke.stack.identity;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.http.MockWebServerWrapper;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import no.nav.security.mock.oauth2.token.RequestMapping;
import no.nav.security.mock.oauth2.token.RequestMappingTokenCallback;

/**
 * The small issuer, alone in this JVM. Arguments: port, file of the users, file of the signing key.
 */
public final class MockIssuerMain {

  private static final long ONE_HOUR = 3600;

  private MockIssuerMain() {}

  /** Ends with the JVM. */
  public static void main(String[] arguments) throws IOException, ParseException {
    DemoUsers users = DemoUsers.read(Path.of(arguments[1]));
    RSAKey key = RSAKey.parse(Files.readString(Path.of(arguments[2])));
    var server =
        new MockOAuth2Server(
            new OAuth2Config(
                true,
                null,
                null,
                false,
                new OAuth2TokenProvider(new KeyProvider(List.of(key), "RS256")),
                Set.of(claimsOf(users)),
                new MockWebServerWrapper()),
            new PasswordCheck(users));
    server.start(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
  }

  /** A user signs in with a password, a client of the same name with the same as its secret. */
  private static RequestMappingTokenCallback claimsOf(DemoUsers users) {
    var mappings = new ArrayList<RequestMapping>();
    for (DemoUsers.User user : users.users()) {
      Map<String, Object> claims =
          Map.of(
              "sub", user.username(),
              "aud", List.of(Issuer.AUDIENCE),
              "org", user.organization(),
              "roles", user.roles(),
              "name", user.displayName());
      mappings.add(new RequestMapping("username", user.username(), claims, "JWT"));
      mappings.add(new RequestMapping("client_id", user.username(), claims, "JWT"));
    }
    return new RequestMappingTokenCallback(Issuer.REALM, mappings, ONE_HOUR);
  }
}
