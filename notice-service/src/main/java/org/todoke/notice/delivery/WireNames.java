package org.todoke.notice.delivery;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.todoke.contracts.Channel;
import org.todoke.contracts.ExcuseReason;
import org.todoke.contracts.Usage;

/** From the names in the database back to the words of the published language. */
public final class WireNames {

  private static final Map<String, Channel> CHANNELS = byName(Channel.values(), Channel::wireName);
  private static final Map<String, ExcuseReason> REASONS =
      byName(ExcuseReason.values(), ExcuseReason::wireName);
  private static final Map<String, Usage> USAGES = byName(Usage.values(), Usage::wireName);

  private WireNames() {}

  public static Channel channel(String name) {
    return find(CHANNELS, name);
  }

  public static ExcuseReason excuseReason(String name) {
    return find(REASONS, name);
  }

  public static Usage usage(String name) {
    return find(USAGES, name);
  }

  private static <T> Map<String, T> byName(T[] values, Function<T, String> name) {
    return Arrays.stream(values).collect(Collectors.toUnmodifiableMap(name, Function.identity()));
  }

  private static <T> T find(Map<String, T> byName, String name) {
    T value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException("unknown in the published language: " + name);
    }
    return value;
  }
}
