package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public code of an organisation, which is its identity everywhere outside a database: a
 * scheme, a colon and the code that the state gave it. Only the form is judged here; check digits
 * are the registry's business, because real registers hold numbers whose digit is wrong.
 */
public record OrganizationCode(@JsonValue String value) implements Comparable<OrganizationCode> {

  /** Who gave the code, and what one looks like. */
  public enum Scheme {
    /**
     * A ministry or a division of one; no official list exists, so the project's own dotted name.
     */
    GO("go", "[a-z0-9]+(\\.[a-z0-9]+)*"),
    /** 全国地方公共団体コード, six digits with the check digit. */
    LG("lg", "\\d{6}"),
    /** 法人番号, thirteen digits. */
    CN("cn", "\\d{13}"),
    /** 介護保険事業所番号, ten characters, of which the third may be a letter. */
    KJ("kj", "\\d{2}[0-9A-HJ-NPR-Z]\\d{7}"),
    /**
     * A corporation whose number is not known: sixteen hexadecimal digits of the registry's own.
     * Merged into the number once that is known.
     */
    OP("op", "[0-9a-f]{16}");

    private final String prefix;
    private final Pattern form;

    Scheme(String prefix, String form) {
      this.prefix = prefix;
      this.form = Pattern.compile(form);
    }

    public String prefix() {
      return prefix;
    }
  }

  /** No code is longer than this many characters. */
  public static final int MAX_LENGTH = 64;

  /**
   * @throws IllegalArgumentException if the text is not a known scheme with a code of its form
   */
  public OrganizationCode {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not an organisation code");
    }
  }

  @JsonCreator
  public static OrganizationCode of(String value) {
    return new OrganizationCode(value);
  }

  /** Empty where {@link #of} would throw. */
  public static Optional<OrganizationCode> parse(String value) {
    return isWellFormed(value) ? Optional.of(new OrganizationCode(value)) : Optional.empty();
  }

  public Scheme scheme() {
    return schemeOf(value).orElseThrow();
  }

  /** The code without its scheme. */
  public String number() {
    return value.substring(value.indexOf(':') + 1);
  }

  @Override
  public int compareTo(OrganizationCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean isWellFormed(String value) {
    return value.length() <= MAX_LENGTH
        && schemeOf(value)
            .filter(s -> s.form.matcher(value.substring(s.prefix.length() + 1)).matches())
            .isPresent();
  }

  private static Optional<Scheme> schemeOf(String value) {
    return Arrays.stream(Scheme.values()).filter(s -> value.startsWith(s.prefix + ":")).findFirst();
  }
}
