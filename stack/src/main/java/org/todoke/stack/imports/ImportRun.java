package org.todoke.stack.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it.
 *
 * @param state {@code created}, {@code reading}, {@code read}, {@code applying}, {@code applied},
 *     {@code cancelled} or {@code failed}
 * @param done and total: what is applied of what there is to apply
 * @param effects by kind of organisation or {@code service}, {@code contact}: how many were
 *     created, changed and so on
 * @param failure why it failed, in the reader's language
 */
public record ImportRun(
    String id,
    String state,
    String format,
    String encoding,
    Rows rows,
    long done,
    long total,
    Map<String, Map<String, Long>> effects,
    @Nullable String failure) {

  private static final Set<String> BUSY = Set.of("created", "reading", "applying");

  /** Rows read, and what became of each: the last four sum up to the first. */
  public record Rows(long read, long accepted, long repaired, long warned, long rejected) {}

  /** Whether there is something to wait for. */
  public boolean isBusy() {
    return BUSY.contains(state);
  }

  public boolean isApplied() {
    return state.equals("applied");
  }

  public boolean isRead() {
    return state.equals("read");
  }

  static ImportRun of(JsonNode run) {
    JsonNode rows = run.path("rows");
    JsonNode failure = run.path("failure");
    return new ImportRun(
        run.path("id").asText(),
        run.path("state").asText(),
        run.path("format").asText(""),
        run.path("encoding").asText(""),
        new Rows(
            rows.path("read").asLong(),
            rows.path("accepted").asLong(),
            rows.path("repaired").asLong(),
            rows.path("warned").asLong(),
            rows.path("rejected").asLong()),
        run.path("progress").path("done").asLong(),
        run.path("progress").path("total").asLong(),
        counts(run.path("effects")),
        failure.isObject() ? failure.path("detail").asText(failure.path("code").asText()) : null);
  }

  /** Numbers by kind and action, in the order in which the API gives them. */
  static Map<String, Map<String, Long>> counts(JsonNode kinds) {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    kinds
        .fields()
        .forEachRemaining(
            kind -> {
              Map<String, Long> actions = new LinkedHashMap<>();
              kind.getValue()
                  .fields()
                  .forEachRemaining(
                      action -> {
                        if (action.getValue().isNumber()) {
                          actions.put(action.getKey(), action.getValue().asLong());
                        }
                      });
              if (!actions.isEmpty()) {
                counts.put(kind.getKey(), actions);
              }
            });
    return counts;
  }
}
