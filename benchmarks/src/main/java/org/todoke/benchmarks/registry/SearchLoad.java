package org.todoke.benchmarks.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.todoke.benchmarks.measure.Percentiles;
import org.todoke.stack.StackAccess;

/**
 * Asks the questions through the gateway, one client after another question or several at a time,
 * under four logins in turn: the gateway counts requests by login.
 */
final class SearchLoad {

  /** Registrar, two municipal tiers and a ministry's division; all may read names and codes. */
  private static final List<String> LOGINS = List.of("mhlw", "ehime", "yawatahama", "roken-somu");

  private final StackAccess stack;
  private final List<SearchQueries.Query> queries;
  private final long seed;

  SearchLoad(StackAccess stack, List<SearchQueries.Query> queries, long seed) {
    this.stack = stack;
    this.queries = queries;
    this.seed = seed;
  }

  /**
   * How one kind of question fared.
   *
   * @param otherAnswers by status, of those that were not answered well
   */
  record Outcome(String name, Percentiles latency, Map<Integer, Integer> otherAnswers) {}

  private record Answer(int query, int status, long nanos) {}

  /**
   * @param clients that ask at the same time, each as soon as it has its answer
   * @param requests of all clients together; each kind of question gets as many
   */
  List<Outcome> run(int clients, int requests) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<List<Answer>>> tasks = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        tasks.add(() -> ask(number, number * queries.size() / clients, requests / clients));
      }
      List<Answer> answers = new ArrayList<>();
      for (Future<List<Answer>> each : threads.invokeAll(tasks)) {
        answers.addAll(each.get());
      }
      return outcomes(answers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client could not go on", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each client begins with another kind, so that not everybody asks the same at the same time. */
  private List<Answer> ask(int client, int first, int requests)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    Random random = new Random(seed + client);
    List<Answer> answers = new ArrayList<>();
    String gateway = stack.gateway().toString();
    for (int i = 0; i < requests; i++) {
      int query = (i + first) % queries.size();
      String login = LOGINS.get((client + i) % LOGINS.size());
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(gateway + queries.get(query).path().apply(random)))
              .timeout(Duration.ofSeconds(30))
              .header("Authorization", "Bearer " + stack.token(login))
              .build();
      long began = System.nanoTime();
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      answers.add(new Answer(query, response.statusCode(), System.nanoTime() - began));
    }
    return answers;
  }

  private List<Outcome> outcomes(List<Answer> answers) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int q = 0; q < queries.size(); q++) {
      int query = q;
      List<Answer> of = answers.stream().filter(a -> a.query() == query).toList();
      Map<Integer, Integer> others = new LinkedHashMap<>();
      of.stream()
          .filter(a -> a.status() != 200)
          .forEach(a -> others.merge(a.status(), 1, Integer::sum));
      long[] good = of.stream().filter(a -> a.status() == 200).mapToLong(Answer::nanos).toArray();
      outcomes.add(new Outcome(queries.get(q).name(), new Percentiles(good), others));
    }
    return outcomes;
  }
}
