package org.todoke.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.todoke.testing.Eventually;

@GatewayTest
class BodyTest {

  private static final int MIB = 1024 * 1024;
  private static final String ATTACHMENTS = "/v1/notices/7/attachments";
  private static final String IMPORT = "/v1/imports/7/file";

  @BeforeEach
  void forget() {
    Client.stub("notice", "/__reset");
    Client.stub("registry", "/__reset");
  }

  @Test
  void attachmentOfFifteenMebibytesArrivesByteForByte() throws NoSuchAlgorithmException {
    byte[] paper = new byte[15 * MIB];
    new Random(334).nextBytes(paper);

    HttpResponse<String> response =
        Client.send(
            Client.request(ATTACHMENTS + "?name=vol334.pdf")
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(paper)));

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode seen = Client.json(response);
    assertThat(seen.path("bytes").asInt()).isEqualTo(paper.length);
    assertThat(seen.path("sha256").asText())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(paper)));
  }

  @Test
  void bodyReachesTheServiceWhileTheCallerStillSends() throws IOException {
    try (Socket socket = Client.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(ATTACHMENTS, "Content-Length: " + 2 * MIB));
      out.write(new byte[MIB]);
      out.flush();

      Eventually.assertThat(
          () ->
              assertThat(Long.parseLong(Client.stub("notice", "/__bytes"))).isGreaterThan(MIB / 2));

      out.write(new byte[MIB]);
      out.flush();
      assertThat(Client.readUntil(socket, "\r\n")).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void largeAnswerIsHeldBackAtTheServiceWhileTheCallerDoesNotRead() throws IOException {
    long size = 64L * MIB;
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(64 * 1024);
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", Client.port()));
      socket
          .getOutputStream()
          .write(
              "GET /v1/notices/big?size=%d HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                  .formatted(size, Client.token())
                  .getBytes(StandardCharsets.ISO_8859_1));
      assertThat(Client.readUntil(socket, "\r\n")).startsWith("HTTP/1.1 200");

      // What lies in the gateway and in the buffers of the sockets between: far below the whole.
      Eventually.holdsFor(
          Duration.ofMillis(500),
          () ->
              assertThat(Long.parseLong(Client.stub("notice", "/__written"))).isLessThan(size / 4));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/v1/notices/7/attachments,52428800,20 MiB",
    "POST,/v1/notices/7/attachments,20971521,20 MiB",
    "PUT,/v1/notices/7/attachments,1048577,1 MiB",
    "POST,/v1/notices,1048577,1 MiB",
    "POST,/v1/assignments/7/submission,999999999999999999,1 MiB",
    "PUT,/v1/imports/7/file,268435457,256 MiB",
    "POST,/v1/imports/7/file,1048577,1 MiB",
    "PUT,/v1/imports/7/file/more,1048577,1 MiB",
    "POST,/v1/imports,1048577,1 MiB"
  })
  void bodyAnnouncedTooLargeIsRefusedBeforeItIsSent(
      String method, String path, long length, String bound) throws IOException {
    try (Socket socket = Client.connect()) {
      socket.getOutputStream().write(headOf(method, path, "Content-Length: " + length));

      String answer = Client.readUntil(socket, "}");

      assertThat(answer)
          .startsWith("HTTP/1.1 413 ")
          .contains("application/problem+json")
          .contains("request.too-large")
          .contains(bound)
          .containsIgnoringCase("connection: close");
    }
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
    assertThat(Client.stub("registry", "/__requests")).isEqualTo("0");
  }

  /**
   * Announced at the bound exactly; what matters is that it goes on, not that all of it is sent.
   */
  @Test
  void fileToImportMayBeTwoHundredAndFiftySixMebibytes() throws IOException {
    try (Socket socket = Client.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(headOf("PUT", IMPORT, "Content-Length: " + 256L * MIB));
      byte[] part = new byte[MIB];
      for (int sent = 0; sent < 24; sent++) {
        out.write(part);
      }
      out.flush();

      Eventually.assertThat(
          () ->
              assertThat(Long.parseLong(Client.stub("registry", "/__bytes")))
                  .isGreaterThan(22L * MIB));
    }
  }

  @Test
  void fiftyMebibytesSentWithoutLookingGetTheAnswerAllTheSame() throws IOException {
    HttpResponse<String> response =
        Client.trySend(
            Client.request("/v1/notices")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[50 * MIB])));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"/v1/notices,1", "/v1/notices/7/attachments,20"})
  void chunkedBodyIsStoppedAtTheBound(String path, int mebibytes) throws IOException {
    try (Socket socket = Client.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head(path, "Transfer-Encoding: chunked"));
      byte[] part = new byte[64 * 1024];
      // One part more than is allowed, and no end.
      for (int sent = 0; sent <= mebibytes * MIB; sent += part.length) {
        out.write((Integer.toHexString(part.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(part);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
      out.flush();

      String answer = Client.readUntil(socket, "}");

      assertThat(answer).startsWith("HTTP/1.1 413 ").contains("request.too-large");
    }
    assertThat(Long.parseLong(Client.stub("notice", "/__bytes")))
        .isLessThanOrEqualTo((long) mebibytes * MIB);
  }

  @Test
  void chunkedBodyWithinTheBoundIsPassedOn() {
    HttpResponse<String> response =
        Client.send(
            Client.request("/v1/notices")
                .POST(
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[MIB]))));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Client.json(response).path("bytes").asInt()).isEqualTo(MIB);
    assertThat(Client.json(response).path("headers").path("transfer-encoding").asText())
        .isEqualTo("chunked");
  }

  @ParameterizedTest
  @CsvSource({"-1", "1e3", "99999999999999999999"})
  void lengthThatIsNoNumberIsRefused(String length) throws IOException {
    try (Socket socket = Client.connect()) {
      socket.getOutputStream().write(head("/v1/notices", "Content-Length: " + length));

      assertThat(Client.readUntil(socket, "\r\n")).startsWith("HTTP/1.1 400");
    }
    assertThat(Client.stub("notice", "/__requests")).isEqualTo("0");
  }

  @Test
  void whoAsksBeforeSendingIsToldToGoOn() throws IOException {
    try (Socket socket = Client.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/notices", "Content-Length: 2", "Expect: 100-continue"));

      assertThat(Client.readUntil(socket, "\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      out.write("{}".getBytes(StandardCharsets.US_ASCII));
      assertThat(Client.readUntil(socket, "\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void whoAsksBeforeSendingTooMuchIsRefusedAtOnce() throws IOException {
    try (Socket socket = Client.connect()) {
      socket
          .getOutputStream()
          .write(head("/v1/notices", "Content-Length: 52428800", "Expect: 100-continue"));

      assertThat(Client.readUntil(socket, "\r\n")).startsWith("HTTP/1.1 413 ");
    }
  }

  private static byte[] head(String path, String... headers) {
    return headOf("POST", path, headers);
  }

  private static byte[] headOf(String method, String path, String... headers) {
    return "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s\r\n\r\n"
        .formatted(method, path, Client.token(), String.join("\r\n", headers))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
