package org.todoke.stack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Fetches tokens with name and password and hands each out until shortly before it expires. */
public final class TokenClient {

  private static final Duration MARGIN = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final String tokenUrl;
  private final DemoUsers users;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  private record Held(String token, long goodUntilNanos) {
    boolean isGood() {
      return System.nanoTime() - goodUntilNanos < 0;
    }
  }

  public TokenClient(Issuer issuer, DemoUsers users) {
    this(issuer.tokenUrl(), users);
  }

  public TokenClient(String tokenUrl, DemoUsers users) {
    this.tokenUrl = tokenUrl;
    this.users = users;
  }

  public String token(String username) {
    return held.compute(
            username, (name, before) -> before != null && before.isGood() ? before : fetch(name))
        .token();
  }

  private Held fetch(String username) {
    String form =
        encode(
            Map.of(
                "grant_type",
                "password",
                "client_id",
                Issuer.CLIENT,
                "scope",
                "openid",
                "username",
                username,
                "password",
                users.password()));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(tokenUrl))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(
            "no token for " + username + ": " + response.statusCode() + " " + response.body());
      }
      JsonNode answer = json.readTree(response.body());
      Duration life = Duration.ofSeconds(answer.path("expires_in").asLong()).minus(MARGIN);
      return new Held(answer.path("access_token").asText(), System.nanoTime() + life.toNanos());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + tokenUrl, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
