package org.todoke.benchmarks.national;

import org.todoke.benchmarks.measure.TopicState;
import org.todoke.contracts.Topics;

/** Looks whether there is anything left to do, from the inside to the outside. */
final class Settlement implements AutoCloseable {

  private final Suite suite;
  private final TopicState notices;
  private final TopicState deliveries;
  private final TopicState assignments;

  Settlement(Suite suite) {
    this.suite = suite;
    String kafka = suite.stack().kafkaBootstrapServers();
    notices = new TopicState(kafka, Topics.NOTICES);
    deliveries = new TopicState(kafka, Topics.DELIVERIES);
    assignments = new TopicState(kafka, Topics.ASSIGNMENTS);
  }

  /** Every establishment of the notice has it, or is excused. */
  boolean isReached(String notice) {
    return suite
            .database()
            .number(
                Suite.NOTICE,
                "select count(*) from (select from delivery where notice_id = '"
                    + notice
                    + "' and tier = 'establishment' and reached_at is null"
                    + " and excused_reason is null limit 1) d")
        == 0;
  }

  /** Everything that notice-service has to say about deliveries is on Kafka. */
  boolean isTold() {
    return !suite.database().hasWaitingEvents(Suite.NOTICE)
        && deliveries.lag("notice.finalization") == 0
        && deliveries.lag("notice.instructions") == 0
        // What was heard last may have led to another event.
        && !suite.database().hasWaitingEvents(Suite.NOTICE);
  }

  /** Nobody in the suite has anything left to do. */
  boolean isSettled() {
    return isTold()
        && deliveries.lag("checklist.assignment") == 0
        && !suite.database().hasWaitingEvents(Suite.CHECKLIST)
        && assignments.lag("notice.answers") == 0
        && suite
                .database()
                .number(Suite.NOTICE, "select count(*) from (select from progress_delta limit 1) p")
            == 0
        && isTold();
  }

  /** Events of notice-service so far. */
  long noticeEvents() {
    return notices.written() + deliveries.written();
  }

  /** Events of checklist-service about assignments so far. */
  long assignmentEvents() {
    return assignments.written();
  }

  @Override
  public void close() {
    notices.close();
    deliveries.close();
    assignments.close();
  }
}
