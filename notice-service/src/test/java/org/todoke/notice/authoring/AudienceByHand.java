package org.todoke.notice.authoring;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.Rows;

/**
 * The audience of a rule, worked out one organisation after the other from what the documentation
 * says, to compare the set-based resolution with.
 *
 * @param lead a ministry's division, or a prefecture
 */
record AudienceByHand(String lead, Map<String, Object> rule, Map<String, Node> directory) {

  /** One row of the directory. */
  record Node(
      String code,
      String kind,
      @Nullable String parent,
      @Nullable String prefecture,
      @Nullable String municipality,
      @Nullable String corporation,
      boolean active,
      Set<String> services,
      Set<String> members) {}

  static AudienceByHand of(String lead, Map<String, Object> rule) {
    return new AudienceByHand(
        lead,
        rule,
        Rows.of("select * from organization").stream()
            .map(
                row ->
                    new Node(
                        (String) row.get("code"),
                        (String) row.get("kind"),
                        (String) row.get("parent"),
                        (String) row.get("prefecture"),
                        (String) row.get("municipality"),
                        (String) row.get("corporation"),
                        "active".equals(row.get("state")),
                        texts(row.get("services")),
                        texts(row.get("members"))))
            .collect(Collectors.toMap(Node::code, node -> node)));
  }

  private static Set<String> texts(Object array) {
    try {
      return Set.copyOf(Arrays.asList((String[]) ((java.sql.Array) array).getArray()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Set<String> codes() {
    Set<String> codes = new HashSet<>();
    for (Node node : directory.values()) {
      if (isIn(node)) {
        codes.add(node.code());
      }
    }
    return codes;
  }

  private boolean isIn(Node node) {
    if (!node.active() || node.code().equals(lead) || isExcepted(node)) {
      return false;
    }
    if (named("additions").contains(node.code())) {
      return inJurisdiction(node);
    }
    if (!list("tiers").contains(node.kind())) {
      return false;
    }
    return switch (node.kind()) {
      case "establishment" -> counts(node);
      case "corporation" ->
          sites(s -> node.code().equals(s.corporation()))
              .anyMatch(s -> s.municipality() != null && s.prefecture() != null);
      default -> inJurisdiction(node) && isWithin(node) && hasServicesBelow(node);
    };
  }

  /** An establishment that the rule takes in, or that takes in those above it. */
  private boolean counts(Node site) {
    return site.active()
        && inJurisdiction(site)
        && isWithin(site)
        && (list("serviceTypes").isEmpty()
            || list("serviceTypes").stream().anyMatch(site.services()::contains))
        && !isExcepted(site);
  }

  private Stream<Node> sites(Predicate<Node> which) {
    return directory.values().stream()
        .filter(n -> n.kind().equals("establishment"))
        .filter(which)
        .filter(this::counts);
  }

  private boolean hasServicesBelow(Node node) {
    if (list("serviceTypes").isEmpty()) {
      return true;
    }
    return switch (node.kind()) {
      case "prefecture" -> sites(s -> node.code().equals(s.prefecture())).findAny().isPresent();
      case "municipality" -> sites(s -> node.code().equals(s.municipality())).findAny().isPresent();
      case "union" ->
          sites(s -> s.municipality() != null && node.members().contains(s.municipality()))
              .findAny()
              .isPresent();
      case "association" ->
          sites(s -> !isPrefecture(node.parent()) || node.parent().equals(s.prefecture()))
              .findAny()
              .isPresent();
      default -> false;
    };
  }

  private boolean isPrefecture(@Nullable String code) {
    Node node = code == null ? null : directory.get(code);
    return node != null && node.kind().equals("prefecture");
  }

  private boolean inJurisdiction(Node node) {
    if (lead.startsWith("go:")) {
      return !node.kind().equals("corporation") || ofCorporation(node).findAny().isPresent();
    }
    return switch (node.kind()) {
      case "association" -> lead.equals(node.parent());
      case "corporation" -> ofCorporation(node).anyMatch(s -> lead.equals(s.prefecture()));
      default -> lead.equals(node.prefecture());
    };
  }

  private Stream<Node> ofCorporation(Node corporation) {
    return directory.values().stream()
        .filter(n -> n.active() && n.kind().equals("establishment"))
        .filter(n -> corporation.code().equals(n.corporation()));
  }

  private boolean isWithin(Node node) {
    List<String> within = list("within");
    return within.isEmpty() || lines(node).anyMatch(within::contains);
  }

  private boolean isExcepted(Node node) {
    return exceptions().anyMatch(e -> node.code().equals(e.get("organization")))
        || exceptions()
            .filter(e -> Boolean.TRUE.equals(e.get("withThoseBelow")))
            .anyMatch(e -> lines(node).skip(1).anyMatch(l -> l.equals(e.get("organization"))));
  }

  /** Itself, and where it lies. */
  private static Stream<String> lines(Node node) {
    Stream<@Nullable String> lines =
        switch (node.kind()) {
          case "association" -> Stream.of(node.code(), node.parent());
          case "municipality", "union" -> Stream.of(node.code(), node.prefecture());
          case "establishment" ->
              Stream.of(node.code(), node.prefecture(), node.municipality(), node.corporation());
          default -> Stream.of(node.code());
        };
    return lines.filter(Objects::nonNull);
  }

  @SuppressWarnings("unchecked")
  private List<String> list(String part) {
    return (List<String>) rule.getOrDefault(part, List.of());
  }

  @SuppressWarnings("unchecked")
  private List<String> named(String part) {
    return ((List<Map<String, Object>>) rule.getOrDefault(part, List.of()))
        .stream().map(each -> (String) each.get("organization")).toList();
  }

  @SuppressWarnings("unchecked")
  private Stream<Map<String, Object>> exceptions() {
    return ((List<Map<String, Object>>) rule.getOrDefault("exceptions", List.of())).stream();
  }
}
