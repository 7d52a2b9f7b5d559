package org.todoke.stack.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a wrong name or password at the token endpoint, about which the issuer itself does not
 * care; lets everything else pass.
 */
final class PasswordCheck implements Route {

  private final DemoUsers users;

  PasswordCheck(DemoUsers users) {
    this.users = users;
  }

  @Override
  public boolean match(OAuth2HttpRequest request) {
    boolean asksForToken =
        request.getMethod().equals("POST") && request.getUrl().encodedPath().endsWith("/token");
    return asksForToken && !isGood(form(request.getBody()), request.getHeaders());
  }

  @Override
  public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
    return new OAuth2HttpResponse(
        Headers.of("Content-Type", "application/json"),
        401,
        "{\"error\":\"invalid_grant\",\"error_description\":\"unknown name or wrong password\"}",
        null);
  }

  boolean isGood(Map<String, String> form, Headers headers) {
    return switch (form.getOrDefault("grant_type", "")) {
      case "password" -> isGood(form.get("username"), form.get("password"));
      case "client_credentials" -> {
        String[] basic = basic(headers.get("Authorization"));
        yield basic.length == 2
            ? isGood(basic[0], basic[1])
            : isGood(form.get("client_id"), form.get("client_secret"));
      }
      case "authorization_code", "refresh_token" -> true;
      default -> false;
    };
  }

  private boolean isGood(@Nullable String name, @Nullable String password) {
    return name != null && users.find(name).isPresent() && users.password().equals(password);
  }

  private static String[] basic(@Nullable String header) {
    if (header == null || !header.startsWith("Basic ")) {
      return new String[0];
    }
    try {
      byte[] plain = Base64.getDecoder().decode(header.substring("Basic ".length()));
      return new String(plain, StandardCharsets.UTF_8).split(":", 2);
    } catch (IllegalArgumentException e) {
      return new String[0];
    }
  }

  static Map<String, String> form(@Nullable String body) {
    var form = new HashMap<String, String>();
    if (body != null) {
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        if (parts.length == 2) {
          form.put(decode(parts[0]), decode(parts[1]));
        }
      }
    }
    return form;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
