package org.todoke.notice.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.todoke.notice.delivery.DeliveryView.Delegation;
import org.todoke.notice.delivery.DeliveryView.RejectionView;

/** Parts of a delivery that its row carries along as JSON, so that they take no query of theirs. */
@ApplicationScoped
class StoredViews {

  private final ObjectMapper json;

  StoredViews(ObjectMapper json) {
    this.json = json;
  }

  @Nullable Delegation delegation(@Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonNode node = parse(text);
    return new Delegation(
        node.get("department").asText(), Objects.requireNonNull(moment(node, "since")));
  }

  @Nullable RejectionView rejection(@Nullable String text) {
    if (text == null) {
      return null;
    }
    JsonNode node = parse(text);
    String decision = word(node, "decision");
    return new RejectionView(
        Objects.requireNonNull(moment(node, "rejectedAt")),
        DeliveryRows.code(word(node, "rightOrganization")),
        word(node, "reason"),
        decision == null ? null : RejectionDecision.ofWireName(decision),
        moment(node, "decidedAt"),
        DeliveryRows.code(word(node, "decidedBy")),
        word(node, "decisionReason"),
        DeliveryRows.code(word(node, "sentTo")));
  }

  /** None where the row has none. */
  List<Attempts.Stored> attempts(@Nullable String text) {
    List<Attempts.Stored> attempts = new ArrayList<>();
    if (text != null) {
      parse(text).forEach(node -> attempts.add(attempt(node)));
    }
    return attempts;
  }

  private static Attempts.Stored attempt(JsonNode node) {
    String reason = word(node, "reason");
    return new Attempts.Stored(
        UUID.fromString(node.get("id").asText()),
        WireNames.channel(node.get("channel").asText()),
        AttemptRules.state(node.get("state").asText()),
        Objects.requireNonNull(moment(node, "since")),
        Objects.requireNonNull(moment(node, "time")),
        Objects.requireNonNull(moment(node, "recordedTime")),
        DeliveryRows.code(word(node, "by")),
        reason == null ? null : AttemptRules.failure(reason));
  }

  private static @Nullable Instant moment(JsonNode node, String member) {
    String text = word(node, member);
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }

  private static @Nullable String word(JsonNode node, String member) {
    return node.hasNonNull(member) ? node.get(member).asText() : null;
  }

  private JsonNode parse(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }
}
