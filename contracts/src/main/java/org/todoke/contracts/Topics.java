package org.todoke.contracts;

import java.util.List;

/** The Kafka topics of the suite; {@code docs/topics.md} says who writes and who reads each. */
public final class Topics {

  /** Compacted, full state; key: organisation code. Written by registry-service. */
  public static final String ORGANIZATIONS = "todoke.organizations";

  /** Key: notice id. Written by notice-service. */
  public static final String NOTICES = "todoke.notices";

  /** Key: {@code <noticeId>/<organisation code>}. Written by notice-service. */
  public static final String DELIVERIES = "todoke.deliveries";

  /** Key: checklist id. Written by checklist-service. */
  public static final String CHECKLISTS = "todoke.checklists";

  /** Key: assignment id. Written by checklist-service. */
  public static final String ASSIGNMENTS = "todoke.assignments";

  /** Key: attempt id. Written by registry-service, which knows the addresses. */
  public static final String ATTEMPTS = "todoke.attempts";

  /** A topic as it has to exist before a service starts: no service creates one. */
  public record Topic(String name, int partitions, boolean compacted) {}

  public static final List<Topic> ALL =
      List.of(
          new Topic(ORGANIZATIONS, 6, true),
          new Topic(NOTICES, 3, false),
          new Topic(DELIVERIES, 6, false),
          new Topic(CHECKLISTS, 3, false),
          new Topic(ASSIGNMENTS, 6, false),
          new Topic(ATTEMPTS, 6, false));

  private Topics() {}
}
