package org.todoke.benchmarks.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.todoke.benchmarks.measure.SuiteDatabase;

/**
 * Every kind of question that {@code GET /v1/organizations} answers, with values drawn from what is
 * in the registry, so that few questions are asked twice.
 */
final class SearchQueries {

  private static final int SAMPLES = 400;
  private static final List<String> COMMON = List.of("センター", "ステーション", "訪問介護", "デイサービス", "株式会社");
  private static final List<String> CHARACTERS = List.of("泉", "虹", "楓", "椿", "渚", "響", "慈", "杏");
  private static final List<String> SERVICES = List.of("11", "13", "15", "32", "43", "51", "78");

  /** A kind of question, and how to ask one of it. */
  record Query(String name, Function<Random, String> path) {}

  private final List<String> establishments;
  private final List<String> corporations;
  private final List<String> names;
  private final List<String> places;
  private final List<String> prefectures;

  SearchQueries(SuiteDatabase database) {
    establishments = sample(database, "code", "kind = 'establishment'");
    corporations = sample(database, "code", "kind = 'corporation'");
    names = sample(database, "name", "kind = 'corporation'");
    places = sample(database, "code", "kind = 'municipality'");
    prefectures = sample(database, "code", "kind = 'prefecture'");
  }

  private static List<String> sample(SuiteDatabase database, String column, String condition) {
    return database.texts(
        "registry",
        "select "
            + column
            + " from organization where "
            + condition
            + " order by md5(code) limit "
            + SAMPLES);
  }

  List<Query> all() {
    List<Query> all = new ArrayList<>();
    all.add(query("one, by its code", r -> "/" + code(establishments, r)));
    all.add(query("code", r -> "?q=" + digits(one(establishments, r))));
    all.add(
        query("beginning of a code", r -> "?q=" + digits(one(establishments, r)).substring(0, 6)));
    all.add(query("common word", r -> "?q=" + encoded(one(COMMON, r))));
    all.add(query("rare word", r -> "?q=" + encoded(core(one(names, r)))));
    all.add(query("one character", r -> "?q=" + encoded(one(CHARACTERS, r))));
    all.add(
        query(
            "common word in a municipality",
            r -> "?q=" + encoded(one(COMMON, r)) + "&municipality=" + code(places, r)));
    all.add(query("prefecture", r -> "?kind=establishment&prefecture=" + code(prefectures, r)));
    all.add(query("municipality", r -> "?municipality=" + code(places, r)));
    all.add(query("corporation", r -> "?corporation=" + code(corporations, r)));
    all.add(query("service", r -> "?service=" + one(SERVICES, r)));
    all.add(
        query(
            "service in a prefecture",
            r -> "?service=" + one(SERVICES, r) + "&prefecture=" + code(prefectures, r)));
    all.add(query("operatesIn a prefecture", r -> "?operatesIn=" + code(prefectures, r)));
    all.add(query("operatesIn a municipality", r -> "?operatesIn=" + code(places, r)));
    all.add(query("state=closed", r -> "?state=closed"));
    all.add(query("listing=not-listed", r -> "?listing=not-listed"));
    all.add(query("one, as of a day", r -> "/" + code(establishments, r) + "?asOf=2026-01-15"));
    all.add(
        query(
            "municipality, as of a day",
            r -> "?asOf=2026-01-15&kind=establishment&municipality=" + code(places, r)));
    all.add(
        query("children of a prefecture", r -> "/" + code(prefectures, r) + "/children?limit=200"));
    all.add(query("children of a municipality", r -> "/" + code(places, r) + "/children"));
    all.add(
        query(
            "children of a corporation",
            r -> "/" + code(corporations, r) + "/children?line=operator"));
    all.add(query("ancestors", r -> "/" + code(establishments, r) + "/ancestors"));
    all.add(query("history", r -> "/" + code(establishments, r) + "/history"));
    all.add(
        query(
            "counts in a prefecture",
            r -> "/counts?by=municipality,service&prefecture=" + code(prefectures, r)));
    all.add(query("largest page", r -> "?kind=corporation&limit=200"));
    return List.copyOf(all);
  }

  private static Query query(String name, Function<Random, String> rest) {
    return new Query(name, random -> "/v1/organizations" + rest.apply(random));
  }

  private static String one(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static String code(List<String> codes, Random random) {
    return encoded(one(codes, random));
  }

  private static String digits(String code) {
    return code.substring(code.indexOf(':') + 1);
  }

  /** Without the legal form, which is no rare word. */
  static String core(String name) {
    return name.replaceAll("株式会社|有限会社|合同会社|社会福祉法人|医療法人|特定非営利活動法人|一般社団法人|生活協同組合|[\\s　]", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
