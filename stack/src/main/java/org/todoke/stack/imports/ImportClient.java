package org.todoke.stack.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The import API as a registrar sees it. A run goes on by itself once it is asked to, so whoever is
 * cut off looks again; only when nobody has answered for two minutes is it given up.
 */
public final class ImportClient {

  private static final Set<Integer> AWAY = Set.of(429, 502, 503, 504);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** The answer to an upload comes when all rows are read and judged. */
  private static final Duration UPLOAD = Duration.ofMinutes(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI gateway;
  private final Supplier<String> token;
  private final Locale language;

  /**
   * @param token fetched or still valid, asked for before every request
   * @param language of the texts in refusals
   */
  public ImportClient(URI gateway, Supplier<String> token, Locale language) {
    this.gateway = gateway;
    this.token = token;
    this.language = language;
  }

  /**
   * @param asOf the day for which the list holds; null for today
   * @param encoding name of a charset; null to find out
   */
  public ImportRun create(String fileName, @Nullable LocalDate asOf, @Nullable String encoding) {
    ObjectNode body = json.createObjectNode().put("fileName", fileName);
    if (asOf != null) {
      body.put("asOf", asOf.toString());
    }
    if (encoding != null) {
      body.put("encoding", encoding);
    }
    HttpRequest.Builder request =
        request("")
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body.toString()));
    return ImportRun.of(patiently(request));
  }

  /**
   * Streams the file and waits until its rows are read.
   *
   * @param sent told how many bytes have gone out, from another thread
   */
  public ImportRun upload(ImportRun run, Path file, LongConsumer sent) {
    HttpRequest.Builder request;
    try {
      request =
          request("/" + run.id() + "/file")
              .timeout(UPLOAD)
              .header("Content-Type", "application/octet-stream")
              .PUT(
                  BodyPublishers.fromPublisher(
                      BodyPublishers.ofInputStream(() -> CountingStream.open(file, sent)),
                      Files.size(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      return ImportRun.of(once(request));
    } catch (IOException e) {
      // The service may be at work on what it has got all the same.
      return await(run, any -> {});
    } catch (ImportRefused e) {
      if (e.status() != 504) {
        throw e;
      }
      return await(run, any -> {});
    }
  }

  public ImportRun get(ImportRun run) {
    return ImportRun.of(patiently(request("/" + run.id()).GET()));
  }

  /** What applying would do, by kind and action. */
  public Map<String, Map<String, Long>> preview(ImportRun run) {
    return ImportRun.counts(patiently(request("/" + run.id() + "/preview").GET()));
  }

  /** Asks for it to be applied; it goes on by itself. */
  public ImportRun apply(ImportRun run) {
    return ImportRun.of(patiently(command(run, "application")));
  }

  public ImportRun cancel(ImportRun run) {
    return ImportRun.of(patiently(command(run, "cancellation")));
  }

  /** Where the report on every row is; it takes a token like everything else. */
  public URI report(ImportRun run) {
    return uri("/" + run.id() + "/report.csv");
  }

  /**
   * Looks again and again until it is neither read nor applied any more.
   *
   * @param seen told what each look saw
   */
  public ImportRun await(ImportRun run, Consumer<ImportRun> seen) {
    ImportRun now = get(run);
    while (now.isBusy()) {
      seen.accept(now);
      pause();
      now = get(run);
    }
    seen.accept(now);
    return now;
  }

  private HttpRequest.Builder command(ImportRun run, String command) {
    return request("/" + run.id() + "/" + command)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .POST(BodyPublishers.ofString("{}"));
  }

  private URI uri(String path) {
    return URI.create(gateway.toString().replaceAll("/$", "") + "/v1/imports" + path);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "application/json, application/problem+json")
        .header("Accept-Language", language.getLanguage());
  }

  private JsonNode patiently(HttpRequest.Builder request) {
    long began = System.nanoTime();
    while (true) {
      boolean last = System.nanoTime() - began > PATIENCE.toNanos();
      try {
        return once(request);
      } catch (ImportRefused e) {
        if (last || !AWAY.contains(e.status())) {
          throw e;
        }
      } catch (IOException e) {
        if (last) {
          throw new UncheckedIOException("no answer from " + gateway, e);
        }
      }
      pause();
    }
  }

  private JsonNode once(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> response =
          http.send(
              request.setHeader("Authorization", "Bearer " + token.get()).build(),
              BodyHandlers.ofByteArray());
      JsonNode body = parse(response.body());
      if (response.statusCode() / 100 == 2) {
        return body;
      }
      String detail = body.path("detail").asText(body.path("title").asText());
      throw new ImportRefused(
          response.statusCode(),
          body.path("code").asText(),
          detail.isEmpty() ? "HTTP " + response.statusCode() : detail);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private JsonNode parse(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : json.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
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
