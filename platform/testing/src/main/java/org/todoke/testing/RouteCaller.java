package org.todoke.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends the requests of a {@link RouteWalk}. */
final class RouteCaller {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI base;

  RouteCaller(URI base) {
    this.base = base;
  }

  record Answer(int status, String body) {

    boolean isEmptyList() {
      try {
        JsonNode tree = JSON.readTree(body);
        JsonNode items = tree.isObject() ? tree.path("items") : tree;
        return items.isArray() && items.isEmpty();
      } catch (JsonProcessingException e) {
        return false;
      }
    }

    String excerpt() {
      return body.length() <= 200 ? body : body.substring(0, 200) + "…";
    }
  }

  Answer ask(RouteWalk.Route route, RouteWalk.Sample sample, @Nullable String token) {
    var headers = new LinkedHashMap<String, String>();
    // What a good request of the kind carries, so that it is refused for its sender alone.
    if (route.method().equals("POST")) {
      headers.put("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (route.method().equals("PUT")) {
      headers.put("If-Match", "\"0\"");
    }
    headers.putAll(sample.headers());
    if (sample.contentType() != null) {
      headers.put("Content-Type", sample.contentType());
    }
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(sample.path()))
            .timeout(Duration.ofSeconds(30))
            .method(route.method(), HttpRequest.BodyPublishers.ofByteArray(sample.body()));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(route.name() + " at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
