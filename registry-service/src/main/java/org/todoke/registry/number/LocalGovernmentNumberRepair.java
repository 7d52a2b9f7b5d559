package org.todoke.registry.number;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Repairs local government codes that were written without their leading zero, without their check
 * digit, or without both.
 */
public final class LocalGovernmentNumberRepair {

  private static final int LENGTH = 6;
  private static final int WITHOUT_CHECK_DIGIT = 5;
  private static final int WITHOUT_BOTH = 4;

  private LocalGovernmentNumberRepair() {}

  /**
   * The codes that can have been meant. Five digits may be a code without its first digit or
   * without its last, so there may be two; only those that exist are among them, so there is mostly
   * one.
   *
   * @param exists whether a code of six digits is that of a local government
   */
  public static List<String> candidates(String written, Predicate<String> exists) {
    String plain = WrittenNumber.plain(written);
    if (!WrittenNumber.isDigits(plain)) {
      return List.of();
    }
    Set<String> possible = new LinkedHashSet<>();
    switch (plain.length()) {
      case LENGTH -> possible.add(plain);
      case WITHOUT_CHECK_DIGIT -> {
        possible.add(LocalGovernmentNumber.withCheckDigit(plain));
        possible.add("0" + plain);
      }
      case WITHOUT_BOTH -> possible.add(LocalGovernmentNumber.withCheckDigit("0" + plain));
      default -> {
        return List.of();
      }
    }
    return possible.stream().filter(LocalGovernmentNumber::isValid).filter(exists).toList();
  }

  /** Whether it is one of the codes that stand for "none": all nines, or all zeros. */
  public static boolean isPlaceholder(String written) {
    String plain = WrittenNumber.plain(written);
    return plain.length() >= WITHOUT_BOTH
        && (plain.chars().allMatch(c -> c == '9') || plain.chars().allMatch(c -> c == '0'));
  }
}
