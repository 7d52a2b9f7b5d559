package org.todoke.notice.progress;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.todoke.notice.Rows;

/**
 * The figures of a notice by brute force: every delivery is read and counted by the words of the
 * definition, one after the other, without a look at any counter. Figures are texts such as {@code
 * 3/7}, so that they compare with what the API said.
 */
final class Recount {

  private static final Set<String> FORWARDERS = Set.of("prefecture", "municipality", "corporation");

  private final List<Map<String, Object>> deliveries;
  private final List<Map<String, Object>> places;
  private final LocalDate today;

  /** Whether anything is waited for: not of what was cancelled, or has a later version. */
  private final boolean waiting;

  private Recount(UUID notice, LocalDate today) {
    this.deliveries = Rows.of("select * from delivery where notice_id = ?", notice);
    this.places = Rows.of("select * from corporation_place where notice_id = ?", notice);
    Map<String, Object> head =
        Rows.of(
                """
                select status, cast(ended_at at time zone 'Asia/Tokyo' as date) as ended_on
                from notice where id = ?
                """,
                notice)
            .get(0);
    this.waiting = !Set.of("cancelled", "superseded").contains(head.get("status"));
    LocalDate ended =
        head.get("ended_on") == null ? today : ((Date) head.get("ended_on")).toLocalDate();
    // Of what is closed nobody gets later.
    this.today = ended.isBefore(today) ? ended : today;
  }

  static Recount of(UUID notice, LocalDate today) {
    return new Recount(notice, today);
  }

  /** Every node with somebody below it. */
  Set<String> nodes() {
    var nodes = new TreeSet<String>();
    nodes.add("jp");
    for (Map<String, Object> d : deliveries) {
      if (!d.get("tier").equals("prefecture") && !d.get("tier").equals("corporation")) {
        nodes.add(String.valueOf(d.get("prefecture")));
      }
      if (d.get("tier").equals("establishment")) {
        nodes.add(String.valueOf(d.get("municipality")));
        nodes.add(String.valueOf(d.get("corporation")));
      }
    }
    for (Map<String, Object> p : places) {
      nodes.add((String) p.get("prefecture"));
      nodes.add((String) p.get("municipality"));
    }
    nodes.remove("null");
    return nodes;
  }

  /** By tier: each figure by its name. */
  Map<String, Map<String, String>> below(String node) {
    Map<String, List<Map<String, Object>>> tiers =
        deliveries.stream()
            .filter(d -> isBelow(d, node))
            .collect(
                Collectors.groupingBy(
                    d -> (String) d.get("tier"), TreeMap::new, Collectors.toList()));
    var figures = new TreeMap<String, Map<String, String>>();
    tiers.forEach((tier, members) -> figures.put(tier, figures(tier, members)));
    return figures;
  }

  private boolean isBelow(Map<String, Object> d, String node) {
    if (node.equals("jp")) {
      return true;
    }
    return switch ((String) d.get("tier")) {
      case "prefecture" -> false;
      case "corporation" ->
          places.stream()
              .filter(p -> p.get("corporation").equals(d.get("organization")))
              .anyMatch(
                  p -> node.equals(p.get("prefecture")) || node.equals(p.get("municipality")));
      case "establishment" ->
          node.equals(d.get("prefecture"))
              || node.equals(d.get("municipality"))
              || node.equals(d.get("corporation"));
      default -> node.equals(d.get("prefecture"));
    };
  }

  private Map<String, String> figures(String tier, Collection<Map<String, Object>> members) {
    Tier t = new Tier(tier, members);
    boolean establishment = tier.equals("establishment");
    boolean forwarder = FORWARDERS.contains(tier);
    var figures = new LinkedHashMap<String, String>();
    figures.put("addressed", String.valueOf(members.size()));
    figures.put("expected", String.valueOf(t.count(t::expected)));
    figures.put("reached", t.of(t::expected, t::reached));
    figures.put(
        "acknowledged", t.of(t::expected, d -> t.reached(d) && t.has(d, "acknowledged_at")));
    figures.put("forwarded", t.of(forwarder, t::asksToForward, t::forwarded));
    figures.put(
        "finalized",
        t.of(forwarder, t::asksToForward, d -> t.forwarded(d) && t.has(d, "finalized_at")));
    figures.put("answered", t.of(establishment, t::asked, t::answered));
    figures.put(
        "answeredOnTime",
        t.of(
            establishment,
            d -> t.asked(d) && t.has(d, "due_on"),
            d -> t.answered(d) && Boolean.TRUE.equals(d.get("answered_on_time"))));
    figures.put("notAnswered", owed(t.of(establishment, t::asked, d -> !t.answered(d))));
    Map.of(
            "compliant", "compliant",
            "partiallyCompliant", "partially-compliant",
            "nonCompliant", "non-compliant",
            "notApplicable", "not-applicable",
            "notAssessed", "not-assessed")
        .forEach(
            (name, result) ->
                figures.put(
                    "results." + name,
                    t.of(
                        establishment,
                        t::asked,
                        d -> t.answered(d) && result.equals(d.get("result")))));
    figures.put(
        "remediationOpen",
        owed(
            t.of(
                establishment,
                t::asked,
                d -> t.reached(d) && t.number(d, "open_remediations") > 0)));
    figures.put(
        "remediated",
        t.of(
            establishment,
            t::asked,
            d ->
                t.reached(d)
                    && t.number(d, "open_remediations") == 0
                    && t.number(d, "completed_remediations") > 0));
    figures.put(
        "overdue",
        owed(t.of(true, d -> t.expected(d) && t.has(d, "due_on"), d -> t.late(d) && !t.done(d))));
    figures.put("unreachable", "notAsked");
    return new TreeMap<>(figures);
  }

  private String owed(String figure) {
    return waiting || !figure.contains("/") ? figure : "over";
  }

  /** The words of the definition. */
  private final class Tier {

    private final String tier;
    private final Collection<Map<String, Object>> members;

    Tier(String tier, Collection<Map<String, Object>> members) {
      this.tier = tier;
      this.members = members;
    }

    long count(Predicate<Map<String, Object>> which) {
      return members.stream().filter(which).count();
    }

    String of(Predicate<Map<String, Object>> whole, Predicate<Map<String, Object>> part) {
      return count(whole.and(part)) + "/" + count(whole);
    }

    String of(
        boolean applies,
        Predicate<Map<String, Object>> whole,
        Predicate<Map<String, Object>> part) {
      if (!applies) {
        return "notApplicable";
      }
      return count(whole) == 0 && count(this::expected) > 0 ? "notAsked" : of(whole, part);
    }

    boolean has(Map<String, Object> d, String column) {
      return d.get(column) != null;
    }

    int number(Map<String, Object> d, String column) {
      return (Integer) Objects.requireNonNull(d.get(column));
    }

    boolean expected(Map<String, Object> d) {
      return !has(d, "excused_reason");
    }

    boolean reached(Map<String, Object> d) {
      return expected(d) && has(d, "reached_at");
    }

    boolean asksToForward(Map<String, Object> d) {
      return expected(d) && Boolean.TRUE.equals(d.get("has_children"));
    }

    boolean forwarded(Map<String, Object> d) {
      return reached(d) && asksToForward(d) && has(d, "forwarded_at");
    }

    boolean asked(Map<String, Object> d) {
      return expected(d) && tier.equals("establishment") && has(d, "checklist_id");
    }

    boolean answered(Map<String, Object> d) {
      return reached(d) && has(d, "answered_at");
    }

    boolean late(Map<String, Object> d) {
      return ((Date) d.get("due_on")).toLocalDate().isBefore(today);
    }

    boolean done(Map<String, Object> d) {
      if (asked(d)) {
        return answered(d);
      }
      return asksToForward(d) ? forwarded(d) : reached(d) && has(d, "acknowledged_at");
    }
  }
}
