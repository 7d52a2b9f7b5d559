package org.todoke.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.todoke.testing.Tokens;

/** What the tests ask with: an HTTP client, and a bare socket for what no client would send. */
final class Client {

  static final String YAWATAHAMA = "lg:382043";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private Client() {}

  static String token() {
    return Tokens.of(YAWATAHAMA, "forwarder");
  }

  static int port() {
    return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) == 0
        ? io.restassured.RestAssured.port
        : ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
  }

  static HttpRequest.Builder anonymous(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  static HttpRequest.Builder request(String path) {
    return anonymous(path).header("Authorization", "Bearer " + token());
  }

  static HttpResponse<String> get(String path) {
    return send(request(path));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return trySend(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HttpResponse<String> trySend(HttpRequest.Builder request) throws IOException {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  static JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(body, e);
    }
  }

  /** Sends the text as it is, line feeds made CR LF, and reads until the gateway closes. */
  static String raw(String request) {
    try (Socket socket = connect()) {
      socket
          .getOutputStream()
          .write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      return readAll(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", port());
    socket.setSoTimeout(15_000);
    return socket;
  }

  static String readAll(Socket socket) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    try {
      for (int n = socket.getInputStream().read(part); n >= 0; ) {
        all.write(part, 0, n);
        n = socket.getInputStream().read(part);
      }
    } catch (java.net.SocketException reset) {
      // Cut off: what came before is the answer.
      all.write(new byte[0]);
    }
    return all.toString(StandardCharsets.UTF_8);
  }

  /** Reads until the text ends in this. */
  static String readUntil(Socket socket, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int b = socket.getInputStream().read();
      if (b < 0) {
        return text.toString();
      }
      text.append((char) b);
    }
    return text.toString();
  }

  static String upstream(String service) {
    return ConfigProvider.getConfig()
        .getValue("todoke.gateway.routes." + service + ".url", String.class);
  }

  /** Asks a stub about itself, past the gateway. */
  static String stub(String service, String path) {
    return send(HttpRequest.newBuilder(URI.create(upstream(service) + path))).body();
  }
}
