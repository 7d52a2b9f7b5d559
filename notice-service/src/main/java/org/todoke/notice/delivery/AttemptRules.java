package org.todoke.notice.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.todoke.contracts.AttemptFailure;
import org.todoke.contracts.AttemptState;
import org.todoke.contracts.Channel;

/**
 * How attempts over channels that a person serves go on. They go through the same states as those
 * of the suite; whoever records one that is over already, has put it in after the fact.
 */
public final class AttemptRules {

  /** In the order in which they are tried, where nobody decides otherwise. */
  public static final List<Channel> RECORDED =
      List.of(Channel.FAX, Channel.TELEPHONE, Channel.POST, Channel.BY_HAND);

  private static final Set<AttemptState> AFTER_SENDING =
      EnumSet.of(
          AttemptState.DELIVERED, AttemptState.TEMPORARY_FAILURE, AttemptState.PERMANENT_FAILURE);

  private static final Set<AttemptState> AT_FIRST =
      EnumSet.of(
          AttemptState.SENT,
          AttemptState.DELIVERED,
          AttemptState.TEMPORARY_FAILURE,
          AttemptState.PERMANENT_FAILURE);

  private AttemptRules() {}

  /** What can be recorded of it next; nothing about what is over. */
  public static Set<AttemptState> next(AttemptState state) {
    return switch (state) {
      case CREATED, TEMPORARY_FAILURE -> AT_FIRST;
      case SENDING, SENT -> AFTER_SENDING;
      case DELIVERED, READ, PERMANENT_FAILURE -> EnumSet.noneOf(AttemptState.class);
    };
  }

  public static boolean isFailure(AttemptState state) {
    return state == AttemptState.TEMPORARY_FAILURE || state == AttemptState.PERMANENT_FAILURE;
  }

  /** From the name in the database. */
  public static AttemptState state(String wireName) {
    return AttemptState.valueOf(constant(wireName));
  }

  static AttemptFailure failure(String wireName) {
    return AttemptFailure.valueOf(constant(wireName));
  }

  private static String constant(String wireName) {
    return wireName.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
