package org.todoke.registry.organization;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
  private static final Pattern BEGINNING_OF_A_CODE = Pattern.compile("[a-z]{2}:[0-9A-Za-z.]*");

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();

  OrganizationQuery(OrganizationFilter filter, @Nullable String after) {
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
      conditions.add("o.kind = 'establishment'");
      require("o.services @> array[cast(:service as text)]", "service", filter.service());
    }
    equal("prefecture", filter.prefecture());
    equal("municipality", filter.municipality());
    equal("corporation", filter.corporation());
    equal("parent", filter.parent());
    if (filter.operatesIn() != null) {
      operatesIn(filter.operatesIn(), after);
    }
    if (filter.question() != null && !filter.question().isBlank()) {
      ask(filter.question());
    }
  }

  String sql() {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return "select o.* from organization o" + where + " order by o.code limit :rows";
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

  private void ask(String question) {
    List<String> either = new ArrayList<>();
    String plain = Normalizer.normalize(question, Normalizer.Form.NFKC).strip();
    if (BEGINNING_OF_A_CODE.matcher(plain.toLowerCase(Locale.ROOT)).matches()) {
      String scheme = plain.substring(0, 3).toLowerCase(Locale.ROOT);
      beginsWith(either, "code", scheme + inItsCase(scheme, plain.substring(3)));
    } else if (PART_OF_A_CODE.matcher(plain).matches()) {
      for (Scheme scheme : Scheme.values()) {
        String prefix = scheme.prefix() + ":";
        beginsWith(either, scheme.prefix(), prefix + inItsCase(prefix, plain));
      }
    }
    List<String> words = SearchKey.wordsOf(question);
    if (words.isEmpty()) {
      // Nothing but marks that the folding drops: no name has them either.
      either.add("false");
    } else {
      either.add(hasWords(words));
    }
    conditions.add("(" + String.join(" or ", either) + ")");
  }

  private static String inItsCase(String prefix, String number) {
    return prefix.equals(Scheme.GO.prefix() + ":")
        ? number.toLowerCase(Locale.ROOT)
        : number.toUpperCase(Locale.ROOT);
  }

  /** As a range, because LIKE uses an index only as long as its pattern is known to the planner. */
  private void beginsWith(List<String> either, String name, String prefix) {
    int last = prefix.length() - 1;
    either.add("o.code >= :" + name + "From and o.code < :" + name + "To");
    parameters.put(name + "From", prefix);
    parameters.put(name + "To", prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
  }

  private String hasWords(List<String> words) {
    StringBuilder condition = new StringBuilder("o.search @@ cast(:pairs as tsquery)");
    parameters.put("pairs", SearchKey.queryOf(words));
    for (int i = 0; i < words.size(); i++) {
      // The pairs of a word may stand apart in a name; this makes sure that they do not.
      condition.append(" and o.search_key like :word").append(i);
      parameters.put("word" + i, '%' + escaped(words.get(i)) + '%');
    }
    return condition.toString();
  }

  private static String escaped(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private void require(String condition, String parameter, Object value) {
    conditions.add(condition);
    parameters.put(parameter, value);
  }
}
