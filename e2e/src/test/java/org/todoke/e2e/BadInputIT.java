package org.todoke.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.stack.Stack;

/**
 * What comes in wrong through the one public port is answered in words, and leaves nothing behind.
 */
class BadInputIT {

  private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

  private final Stack stack = Suite.shared();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":                               | 400",
        "{\"title\": \"x\", \"colour\": \"red\"}   | 422",
        "{\"title\": 7, \"volume\": \"many\"}      | 422",
        "{\"issuedOn\": \"平成25年2月30日\"}        | 422",
        "[]                                        | 422"
      })
  void aBrokenDraftIsRefusedInWordsAndNothingOfItIsKept(String body, int status) throws Exception {
    int before = drafts();

    HttpResponse<String> answer = post("/v1/notices", body);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("application/problem+json");
    JsonNode problem = json.readTree(answer.body());
    assertThat(problem.path("code").asText()).isNotBlank();
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "org.todoke", "at java.");
    assertThat(drafts()).isEqualTo(before);
  }

  @Test
  void fiftyMegabytesAreRefusedBeforeTheyAreRead() throws Exception {
    int before = drafts();
    HttpRequest request =
        request("/v1/notices")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new Endless(FIFTY_MEGABYTES)))
            .build();

    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(json.readTree(answer.body()).path("code").asText()).isEqualTo("request.too-large");
    assertThat(drafts()).isEqualTo(before);
  }

  @Test
  void everyFaultIsNamedAtOnceWithItsPlace() throws Exception {
    HttpResponse<String> answer =
        post(
            "/v1/notices",
            "{\"volume\": -1, \"issuedOn\": \"平成25年2月30日\", \"audience\": {\"tiers\": []}}");

    JsonNode violations = json.readTree(answer.body()).path("violations");
    assertThat(violations)
        .extracting(v -> v.path("pointer").asText())
        .contains("/issuedOn", "/title", "/volume");
  }

  private int drafts() throws Exception {
    HttpResponse<String> answer =
        http.send(
            request("/v1/notices?status=draft&limit=200").GET().build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return json.readTree(answer.body()).path("items").size();
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(stack.gateway() + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + stack.token("ehime"))
        .header("Idempotency-Key", UUID.randomUUID().toString());
  }

  /** So many spaces, of which none is kept. */
  private static final class Endless extends InputStream {
    private int left;

    Endless(int size) {
      left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = Math.min(length, left);
      java.util.Arrays.fill(buffer, offset, offset + n, (byte) ' ');
      left -= n;
      return n;
    }
  }
}
