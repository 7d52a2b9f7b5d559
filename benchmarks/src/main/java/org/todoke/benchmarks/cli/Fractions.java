package org.todoke.benchmarks.cli;

import org.todoke.benchmarks.nation.NationSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a part of the nation: {@code 1}, {@code 0.1} or {@code 1/3}. */
final class Fractions implements ITypeConverter<NationSize> {

  @Override
  public NationSize convert(String value) {
    try {
      int slash = value.indexOf('/');
      return NationSize.of(
          slash < 0
              ? Double.parseDouble(value)
              : Double.parseDouble(value.substring(0, slash))
                  / Double.parseDouble(value.substring(slash + 1)));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("not a part of the nation from 0.002 to 1: " + value);
    }
  }
}
