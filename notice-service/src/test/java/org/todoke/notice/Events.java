package org.todoke.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.todoke.contracts.Topics;
import org.todoke.testing.EventContract;
import org.todoke.testing.Eventually;
import org.todoke.testing.ReceivedEvent;
import org.todoke.testing.TopicProbe;

/** What a foreign system hears of a notice. */
public final class Events implements AutoCloseable {

  private final TopicProbe probe = TopicProbe.fromNow(Topics.NOTICES, Topics.DELIVERIES);

  /** Waits until as many events of the notice as facts and issues have been written are heard. */
  public List<ReceivedEvent> of(UUID notice) {
    Eventually.assertThat(
        () -> {
          assertThat(Rows.count("outbox", "true")).isZero();
          assertThat(heard(notice))
              .hasSize(
                  (int)
                      (Rows.count("notice_fact", "notice_id = ?", notice)
                          + Rows.count("fact", "notice_id = ?", notice)));
        });
    return heard(notice);
  }

  /** So far, each id once. */
  public List<ReceivedEvent> heard(UUID notice) {
    Map<String, ReceivedEvent> byId = new TreeMap<>();
    probe
        .events(e -> notice.toString().equals(e.extension("correlationid")))
        .forEach(e -> byId.putIfAbsent(e.id(), e));
    return probe.events().stream().filter(e -> byId.get(e.id()) == e).toList();
  }

  /** Every one fits its schema, and those of each key count from one without a gap. */
  public static void assertInOrder(List<ReceivedEvent> events) {
    events.forEach(EventContract::assertValid);
    Map<String, List<ReceivedEvent>> byKey =
        events.stream().collect(Collectors.groupingBy(e -> e.topic() + " " + e.key()));
    assertThat(byKey)
        .allSatisfy(
            (key, ofKey) ->
                assertThat(ofKey)
                    .extracting(ReceivedEvent::sequence)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, ofKey.size()).boxed().toList()));
    assertThat(events)
        .allSatisfy(
            e -> {
              assertThat(e.key()).isEqualTo(e.subject()).isEqualTo(e.extension("partitionkey"));
              assertThat(e.event().getSource()).hasToString("/todoke/notice");
            });
  }

  @Override
  public void close() {
    probe.close();
  }
}
