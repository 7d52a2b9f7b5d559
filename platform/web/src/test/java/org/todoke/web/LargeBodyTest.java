package org.todoke.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.todoke.testing.Tokens;

/** Bodies up to and beyond the bound of 1 MiB, announced and in chunks. */
@QuarkusTest
class LargeBodyTest extends WebTest {

  private static final int BOUND = 1024 * 1024;
  private static final int FIFTY_MEBIBYTES = 50 * 1024 * 1024;
  private static final String JSON = "application/json";
  private static final String RAW = "application/octet-stream";

  @TestHTTPResource("/v1/things")
  URI things;

  @TestHTTPResource("/v1/things/raw")
  URI raw;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void fiftyMebibytesThatAnnounceThemselvesAreRefused() throws Exception {
    assertTooLarge(send(things, JSON, announced(FIFTY_MEBIBYTES)));
    assertTooLarge(send(raw, RAW, announced(FIFTY_MEBIBYTES)));
  }

  @Test
  void fiftyMebibytesInChunksAreRefused() throws Exception {
    assertTooLarge(send(things, JSON, chunked(FIFTY_MEBIBYTES)));
    assertTooLarge(send(raw, RAW, chunked(FIFTY_MEBIBYTES)));
  }

  /** The answer must not be lost when the last byte arrives just as it is written. */
  @RepeatedTest(8)
  void oneByteTooManyIsRefused() throws Exception {
    assertTooLarge(send(raw, RAW, announced(BOUND + 1)));
    assertTooLarge(send(raw, RAW, chunked(BOUND + 1)));
    assertTooLarge(send(things, JSON, chunked(BOUND + 1)));
  }

  @Test
  void exactlyTheBoundIsTaken() throws Exception {
    assertThat(send(raw, RAW, announced(BOUND)).body()).isEqualTo("{\"bytes\":1048576}");
    assertThat(send(raw, RAW, chunked(BOUND)).body()).isEqualTo("{\"bytes\":1048576}");
  }

  @Test
  void strangerIsRefusedWithoutBeingRead() throws Exception {
    HttpResponse<String> answer =
        client.send(
            request(things, JSON, chunked(FIFTY_MEBIBYTES)).build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isIn(401, 413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private HttpResponse<String> send(URI target, String type, BodyPublisher body)
      throws IOException, InterruptedException {
    return client.send(
        request(target, type, body)
            .header("Authorization", "Bearer " + Tokens.of(CITY, "registrar"))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(URI target, String type, BodyPublisher body) {
    return HttpRequest.newBuilder(target)
        .timeout(Duration.ofSeconds(60))
        .header("Content-Type", type)
        .POST(body);
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"request.too-large\"").contains("1 MiB");
  }

  private static BodyPublisher announced(int size) {
    byte[] body = new byte[size];
    Arrays.fill(body, (byte) ' ');
    return BodyPublishers.ofByteArray(body);
  }

  private static BodyPublisher chunked(int size) {
    return BodyPublishers.ofInputStream(() -> new Spaces(size));
  }

  private static final class Spaces extends InputStream {
    private int left;

    Spaces(int size) {
      this.left = size;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = Math.min(length, left);
      Arrays.fill(target, offset, offset + n, (byte) ' ');
      left -= n;
      return n;
    }
  }
}
