package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The API as one organisation sees it. A call that the suite cannot serve at the moment (the
 * gateway or a service is away) is made again with the same idempotency key until the patience
 * ends, as any careful client does.
 */
public final class ApiClient {

  private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final String baseUrl;
  private final Supplier<String> token;

  ApiClient(String baseUrl, Supplier<String> token) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  /** What came back. The body is a missing node where there was none. */
  public record Answer(int status, JsonNode body) {

    /**
     * @throws IllegalStateException naming the problem, if the status is another
     */
    public Answer expect(int... allowed) {
      for (int each : allowed) {
        if (status == each) {
          return this;
        }
      }
      throw new IllegalStateException("HTTP " + status + ": " + body);
    }

    public String code() {
      return body.path("code").asText();
    }

    public String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  public Answer get(String path, Object... variables) {
    return send("GET", path(path, variables), null, Map.of());
  }

  public Answer post(String path, JsonNode body) {
    return send("POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  /** Sends bytes as they are: an attachment. */
  Answer upload(String path, byte[] content, String mediaType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path))
            .header("Content-Type", mediaType)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofByteArray(content));
    return exchange(request);
  }

  /** Every item of a list, page after page. */
  public List<JsonNode> all(String path, Object... variables) {
    String first = path(path, variables);
    first = first + (first.contains("?") ? "&" : "?") + "limit=200";
    List<JsonNode> items = new ArrayList<>();
    String next = "";
    do {
      JsonNode page =
          send("GET", next.isEmpty() ? first : first + "&cursor=" + next, null, Map.of())
              .expect(200)
              .body();
      page.path("items").forEach(items::add);
      next = page.path("next").asText("");
    } while (!next.isEmpty());
    return items;
  }

  private static String path(String template, Object... variables) {
    String path = template;
    for (Object each : variables) {
      path = path.replaceFirst("\\{}", URLEncoder.encode(each.toString(), StandardCharsets.UTF_8));
    }
    return path;
  }

  private Answer send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path));
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(body.toString()));
    }
    return exchange(request);
  }

  private Answer exchange(HttpRequest.Builder builder) {
    Instant giveUp = Instant.now().plus(PATIENCE);
    builder
        .header("Accept", "application/json, application/problem+json")
        .timeout(Duration.ofSeconds(30));
    while (true) {
      boolean last = Instant.now().isAfter(giveUp);
      try {
        HttpRequest request = builder.setHeader("Authorization", "Bearer " + token.get()).build();
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (last || !TRY_AGAIN.contains(response.statusCode())) {
          return new Answer(response.statusCode(), parse(response.body()));
        }
      } catch (IOException e) {
        if (last) {
          throw new UncheckedIOException("no answer from " + baseUrl, e);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
      pause();
    }
  }

  private JsonNode parse(byte[] body) throws IOException {
    if (body.length == 0) {
      return MissingNode.getInstance();
    }
    return body[0] == '{' || body[0] == '[' ? json.readTree(body) : MissingNode.getInstance();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
