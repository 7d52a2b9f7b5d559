package org.todoke.notice.progress;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.todoke.notice.Rows;

/** Who could not be reached, by the definition and one by one from the bare facts. */
final class UnreachableRecount {

  private final Set<String> attemptedTiers = new HashSet<>();
  private final List<Map<String, Object>> unreachable = new ArrayList<>();
  private final Map<String, Set<String>> placesOf = new HashMap<>();

  private UnreachableRecount() {}

  static UnreachableRecount of(UUID notice) {
    UnreachableRecount recount = new UnreachableRecount();
    Rows.of("select * from corporation_place where notice_id = ?", notice)
        .forEach(
            row ->
                recount
                    .placesOf
                    .computeIfAbsent((String) row.get("corporation"), c -> new HashSet<>())
                    .addAll(
                        List.of((String) row.get("municipality"), (String) row.get("prefecture"))));
    for (Map<String, Object> delivery :
        Rows.of("select * from delivery where notice_id = ?", notice)) {
      List<Map<String, Object>> facts =
          Rows.of(
              "select * from delivery_attempt_fact where notice_id = ? and organization = ?",
              notice,
              delivery.get("organization"));
      if (!facts.isEmpty()) {
        recount.attemptedTiers.add((String) delivery.get("tier"));
      }
      if (isUnreachable(delivery, facts, notice)) {
        recount.unreachable.add(delivery);
      }
    }
    return recount;
  }

  private static boolean isUnreachable(
      Map<String, Object> delivery, List<Map<String, Object>> facts, UUID notice) {
    if (delivery.get("excused_reason") != null
        || delivery.get("acknowledged_at") != null
        || delivery.get("forwarded_at") != null
        || delivery.get("answered_at") != null) {
      return false;
    }
    Map<Object, Map<String, Object>> last = new HashMap<>();
    facts.stream()
        .sorted(
            Comparator.comparing((Map<String, Object> f) -> ((Number) f.get("stream")).intValue())
                .thenComparing(f -> ((Number) f.get("seq")).longValue()))
        .forEach(fact -> last.put(fact.get("attempt_id"), fact));
    List<Instant> gaveUp =
        facts.stream()
            .filter(fact -> (Boolean) fact.get("exhausted"))
            .map(fact -> instant(fact.get("recorded_time")))
            .toList();
    boolean allFailed =
        last.values().stream().allMatch(fact -> fact.get("state").equals("permanent-failure"));
    return !gaveUp.isEmpty() && allFailed && !cameByHand(delivery, gaveUp, notice);
  }

  private static boolean cameByHand(
      Map<String, Object> delivery, List<Instant> gaveUp, UUID notice) {
    Instant since = gaveUp.stream().max(Comparator.naturalOrder()).orElseThrow();
    return Rows.of(
            "select channel, recorded_time from arrival where notice_id = ? and organization = ?",
            notice,
            delivery.get("organization"))
        .stream()
        .anyMatch(
            arrival ->
                !arrival.get("channel").equals("inbox")
                    && !instant(arrival.get("recorded_time")).isBefore(since));
  }

  private static Instant instant(Object moment) {
    return ((Timestamp) moment).toInstant();
  }

  /** How many, or that nobody was attempted. */
  String figure(String node, String caller, String tier) {
    return attemptedTiers.contains(tier)
        ? Long.toString(
            unreachable.stream()
                .filter(d -> d.get("tier").equals(tier) && isBelow(d, node, caller))
                .count())
        : "notAsked";
  }

  private boolean isBelow(Map<String, Object> delivery, String node, String caller) {
    if (node.equals("jp")) {
      return true;
    }
    if (delivery.get("tier").equals("corporation")) {
      return placesOf.getOrDefault((String) delivery.get("organization"), Set.of()).contains(node);
    }
    boolean inside =
        node.equals(delivery.get("prefecture")) || node.equals(delivery.get("municipality"));
    if (!node.startsWith("cn:")) {
      return inside;
    }
    boolean asItSees =
        !caller.startsWith("lg:")
            || caller.equals(delivery.get("prefecture"))
            || caller.equals(delivery.get("municipality"));
    return node.equals(delivery.get("corporation")) && asItSees;
  }
}
