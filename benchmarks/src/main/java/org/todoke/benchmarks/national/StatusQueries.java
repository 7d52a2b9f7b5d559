package org.todoke.benchmarks.national;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Every kind of question about where a notice stands, each asked by those who would ask it and
 * about places drawn from the whole country, the largest among them.
 */
final class StatusQueries {

  private static final int SAMPLES = 150;

  /** A kind of question, and how to ask one of it. */
  record Query(String name, Function<Random, Request> request) {}

  /**
   * @param as whose token it carries
   */
  record Request(String as, String path) {}

  private final String notice;
  private final List<String> prefectures;
  private final List<String> municipalities;
  private final List<String> corporations;
  private final List<String> establishments;
  private final Population population;

  StatusQueries(String notice, Population population, List<String> establishments) {
    this.notice = notice;
    this.population = population;
    prefectures = population.prefectures();
    municipalities = sample(population.allMunicipalities());
    corporations =
        sample(
            municipalities.stream()
                .flatMap(m -> population.corporations().getOrDefault(m, List.of()).stream())
                .toList());
    this.establishments = sample(establishments);
  }

  private static List<String> sample(Collection<String> all) {
    List<String> list = List.copyOf(new LinkedHashSet<>(all));
    List<String> sample = new ArrayList<>();
    int step = Math.max(1, list.size() / SAMPLES);
    for (int i = 0; i < list.size() && sample.size() < SAMPLES; i += step) {
      sample.add(list.get(i));
    }
    return sample;
  }

  /** Whoever will ask. */
  Set<String> askers() {
    Set<String> askers = new LinkedHashSet<>(prefectures);
    askers.addAll(municipalities);
    askers.addAll(corporations);
    askers.addAll(establishments);
    return askers;
  }

  List<Query> all() {
    String progress = "/v1/notices/" + notice + "/progress";
    String deliveries = "/v1/notices/" + notice + "/deliveries";
    List<Query> all = new ArrayList<>();
    all.add(byIssuer("progress of the nation", progress + "/jp"));
    all.add(byIssuer("children of the nation", progress + "/jp/children?limit=50"));
    all.add(own("progress of a prefecture", prefectures, code -> progress + "/" + code));
    all.add(
        own(
            "children of a prefecture",
            prefectures,
            code -> progress + "/" + code + "/children?limit=50"));
    all.add(own("progress of a municipality", municipalities, code -> progress + "/" + code));
    all.add(
        own(
            "children of a municipality",
            municipalities,
            code -> progress + "/" + code + "/children?limit=50"));
    all.add(own("progress of a corporation", corporations, code -> progress + "/" + code));
    all.add(
        own(
            "children of a corporation",
            corporations,
            code -> progress + "/" + code + "/children?limit=50"));
    all.add(byIssuer("deliveries of the notice", deliveries + "?limit=50"));
    all.add(
        own(
            "deliveries in a prefecture",
            prefectures,
            code -> deliveries + "?tier=establishment&limit=50"));
    all.add(
        own(
            "deliveries in a municipality",
            municipalities,
            code -> deliveries + "?tier=establishment&limit=50"));
    all.add(
        new Query(
            "path of an establishment",
            random -> {
              String prefecture = one(prefectures, random);
              List<String> there = population.establishments().get(prefecture);
              return new Request(prefecture, deliveries + "/" + one(there, random) + "/path");
            }));
    all.add(own("inbox of an establishment", establishments, code -> "/v1/deliveries"));
    all.add(own("delivery of an establishment", establishments, code -> deliveries + "/" + code));
    all.add(
        own(
            "timeline of a delivery",
            establishments,
            code -> deliveries + "/" + code + "/timeline"));
    all.add(own("inbox of a municipality", municipalities, code -> "/v1/deliveries"));
    return List.copyOf(all);
  }

  private static Query byIssuer(String name, String path) {
    Request request = new Request(Suite.ISSUER, path);
    return new Query(name, random -> request);
  }

  private static Query own(String name, List<String> codes, Function<String, String> path) {
    return new Query(
        name,
        random -> {
          String code = one(codes, random);
          return new Request(code, path.apply(code));
        });
  }

  private static String one(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
