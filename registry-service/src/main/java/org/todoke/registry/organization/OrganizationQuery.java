package org.todoke.registry.organization;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationCode.Scheme;
import org.todoke.contracts.OrganizationKind;

/**
 * Turns a filter into SQL. Written by hand, because every condition has to be one that an index
 * answers; {@code docs/registry.md} shows the plans.
 */
final class OrganizationQuery {

  private static final Pattern PART_OF_A_CODE = Pattern.compile("[0-9A-Za-z]+");

  /** Names hold years and hours, but no number as long as this. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6,}");

  private static final Pattern BEGINNING_OF_A_CODE = Pattern.compile("[a-z]{2}:[0-9A-Za-z.]*");

  /** A join, so that the index of the services, which is in order too, can go first. */
  private static final String OFFERED_NOW =
      """
       join establishment_service s
         on s.establishment = o.code and s.service = :service and s.valid_to is null""";

  private final OrganizationFilter filter;
  private final List<String> conditions = new ArrayList<>();

  /** Whatever fulfils one of them; none if nothing was asked. */
  private final List<String> alternatives = new ArrayList<>();

  private final Map<String, Object> parameters = new LinkedHashMap<>();

  /**
   * @param commonness of the words of the question
   */
  OrganizationQuery(OrganizationFilter filter, @Nullable String after, Commonness commonness) {
    this.filter = filter;
    if (after != null) {
      require("o.code > :after", "after", after);
    }
    if (filter.kind() != null) {
      ofKind(filter.kind());
    }
    if (filter.state() != null) {
      require("o.state = :state", "state", filter.state().wireName());
    }
    if (filter.listing() != null) {
      require("o.listing = :listing", "listing", filter.listing().wireName());
    }
    if (filter.service() != null) {
      conditions.add("o.kind = 'establishment' and o.code >= 'kj:' and o.code < 'kj;'");
      parameters.put("service", filter.service());
    }
    equal("prefecture", filter.prefecture());
    equal("municipality", filter.municipality());
    equal("corporation", filter.corporation());
    equal("parent", filter.parent());
    if (filter.operatesIn() != null) {
      operatesIn(filter.operatesIn(), after);
    }
    String question = filter.question();
    if (question != null && !question.isBlank()) {
      ask(question, commonness);
    } else if (filter.listing() != null && filter.kind() == null && filter.service() == null) {
      // The index on listings is in order within each kind.
      for (OrganizationKind kind : OrganizationKind.values()) {
        alternatives.add("o.kind = '" + kind.wireName() + "'");
      }
    }
  }

  /** The words that are asked for, if how common they are decides anything. */
  static Optional<List<String>> wordsToWeigh(OrganizationFilter filter) {
    String question = filter.question();
    if (question == null || question.isBlank() || isReadThrough(filter)) {
      return Optional.empty();
    }
    List<String> words = wordsOf(question);
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }

  /** None in what can only be the beginning of a code. */
  private static List<String> wordsOf(String question) {
    String plain = Normalizer.normalize(question, Normalizer.Form.NFKC).strip();
    return NUMBER.matcher(plain).matches() ? List.of() : SearchKey.wordsOf(question);
  }

  /** The largest municipality has some 6,600 organisations, the largest corporation 2,700. */
  private static boolean isReadThrough(OrganizationFilter filter) {
    return filter.municipality() != null || filter.corporation() != null || filter.parent() != null;
  }

  /**
   * Each alternative by itself and no longer than the page, so that each has the plan that suits
   * it.
   */
  String sql() {
    if (alternatives.isEmpty()) {
      String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
      return "select o.* from " + from() + where + " order by o.code limit :rows";
    }
    String and = conditions.stream().map(c -> c + " and ").collect(Collectors.joining());
    String found =
        alternatives.stream()
            .map(
                alternative ->
                    "(select o.code from "
                        + from()
                        + " where "
                        + and
                        + alternative
                        + " order by o.code limit :rows)")
            .collect(Collectors.joining(" union "));
    return "select o.* from organization o where o.code in ("
        + found
        + ") order by o.code limit :rows";
  }

  private String from() {
    return "organization o" + (filter.service() == null ? "" : "\n" + OFFERED_NOW);
  }

  Map<String, Object> parameters() {
    return parameters;
  }

  /**
   * The kind bounds the schemes, and so the stretch of an index on (…, code) that has to be read.
   */
  private void ofKind(OrganizationKind kind) {
    require("o.kind = :kind", "kind", kind.wireName());
    List<String> prefixes =
        OrganizationRules.schemesOf(kind).stream().map(Scheme::prefix).sorted().toList();
    require("o.code >= :schemeFrom", "schemeFrom", prefixes.get(0) + ':');
    String last = prefixes.get(prefixes.size() - 1);
    require("o.code < :schemeTo", "schemeTo", last + (char) (':' + 1));
  }

  private void equal(String column, @Nullable OrganizationCode code) {
    if (code != null) {
      require("o." + column + " = :" + column, column, code.value());
    }
  }

  private void operatesIn(OrganizationCode place, @Nullable String after) {
    // One of the two is never true; the indexes on (place, corporation) answer both.
    String within = after == null ? "" : " and e.corporation > :after";
    require(
        """
        o.code in (
          select e.corporation from organization e
           where e.prefecture = :place and e.state = 'active' and e.corporation is not null%1$s
          union
          select e.corporation from organization e
           where e.municipality = :place and e.state = 'active' and e.corporation is not null%1$s)"""
            .formatted(within),
        "place",
        place.value());
  }

  private void ask(String question, Commonness commonness) {
    String plain = Normalizer.normalize(question, Normalizer.Form.NFKC).strip();
    if (BEGINNING_OF_A_CODE.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
      String scheme = plain.substring(0, 3).toLowerCase(Locale.ROOT);
      beginsWith("code", scheme + inItsCase(scheme, plain.substring(3)));
    } else if (PART_OF_A_CODE.matcher(plain).matches()) {
      for (Scheme scheme : Scheme.values()) {
        String prefix = scheme.prefix() + ":";
        beginsWith(scheme.prefix(), prefix + inItsCase(prefix, plain));
      }
    }
    List<String> words = wordsOf(question);
    if (!words.isEmpty()) {
      haveWords(words, commonness);
    } else if (alternatives.isEmpty()) {
      // Nothing but marks that the folding drops: no name has them either.
      alternatives.add("false");
    }
  }

  private static String inItsCase(String prefix, String number) {
    return prefix.equals(Scheme.GO.prefix() + ":")
        ? number.toLowerCase(Locale.ROOT)
        : number.toUpperCase(Locale.ROOT);
  }

  /** As a range, because LIKE uses an index only as long as its pattern is known to the planner. */
  private void beginsWith(String name, String prefix) {
    int last = prefix.length() - 1;
    alternatives.add("o.code >= :" + name + "From and o.code < :" + name + "To");
    parameters.put(name + "From", prefix);
    parameters.put(name + "To", prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
  }

  /** See {@link Commonness}. All codes of establishments, and no others, begin with kj. */
  private void haveWords(List<String> words, Commonness commonness) {
    boolean establishments = mayBe(OrganizationKind.ESTABLISHMENT) && filter.operatesIn() == null;
    boolean others = filter.service() == null && filter.kind() != OrganizationKind.ESTABLISHMENT;
    if (!establishments && !others) {
      // Nothing is both, so that no name is looked at.
      alternatives.add("false");
      return;
    }
    // The pairs of a word may stand apart in a name; this makes sure that they do not. Of a
    // function
    // the planner expects much, and so it walks in order; of an operator it knows that it is rare.
    List<String> each = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      each.add("strpos(o.search_key, :word" + i + ") > 0");
      parameters.put("word" + i, words.get(i));
    }
    String many = String.join(" and ", each);
    if (isReadThrough(filter)) {
      alternatives.add(many);
      return;
    }
    String few = "o.search @@ cast(:pairs as tsquery) and " + many;
    if (establishments) {
      alternatives.add(
          commonness.establishments()
              ? "o.code >= 'kj:' and o.code < 'kj;' and " + many
              : "o.kind = 'establishment' and " + few);
    }
    if (others) {
      if (commonness.others()) {
        alternatives.add("o.code < 'kj:' and " + many);
        alternatives.add("o.code >= 'kj;' and " + many);
      } else {
        alternatives.add("o.kind <> 'establishment' and " + few);
      }
    }
    if (alternatives.stream().anyMatch(alternative -> alternative.endsWith(few))) {
      parameters.put("pairs", SearchKey.queryOf(words));
    }
  }

  private boolean mayBe(OrganizationKind kind) {
    return filter.kind() == null || filter.kind() == kind;
  }

  private void require(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }
}
