package org.todoke.registry.contact;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.web.Violation;

/**
 * One way to reach somebody.
 *
 * @param department who there is meant, in words; null for the organisation as a whole
 * @param departmentId of a department that the registry knows; null for none
 */
public record ContactDetails(
    Channel channel, String value, @Nullable String department, @Nullable UUID departmentId) {

  private static final Pattern DASH = Pattern.compile("[-‐‑‒–—―−ーｰ]");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /** Ten or eleven digits from 0, in up to three groups, with an extension where there is one. */
  private static final Pattern TELEPHONE =
      Pattern.compile("0\\d{1,4}(-?\\d{1,4}){1,2}(\\(内線\\d{1,6}\\))?");

  private static final Pattern EXTENSION = Pattern.compile("\\(.*");
  private static final Pattern EMAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");
  private static final Pattern HOST = Pattern.compile("([A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,63}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** As it is stored: one form for what people write in many. */
  public ContactDetails normalized() {
    return new ContactDetails(channel, normalizedValue(), department, departmentId);
  }

  private String normalizedValue() {
    String plain = Normalizer.normalize(value, Normalizer.Form.NFKC);
    return switch (channel) {
      case TELEPHONE, FAX -> SPACE.matcher(DASH.matcher(plain).replaceAll("-")).replaceAll("");
      case EMAIL, API -> plain.strip();
      case POST, INBOX, BY_HAND -> SPACE.matcher(value).replaceAll(" ").strip();
    };
  }

  /** What is wrong with it, if anything is; to be asked of normalised details. */
  public Optional<Violation> fault() {
    return switch (channel) {
      case INBOX, BY_HAND ->
          Optional.of(Violation.at("/channel", "contact.channel-without-address"));
      case TELEPHONE, FAX ->
          isTelephone() ? Optional.empty() : Optional.of(wrongValue("contact.not-a-number"));
      case EMAIL ->
          EMAIL.matcher(value).matches()
              ? Optional.empty()
              : Optional.of(wrongValue("contact.not-a-mail-address"));
      case API ->
          isHttpsAddress()
              ? Optional.empty()
              : Optional.of(wrongValue("contact.not-an-https-address"));
      case POST ->
          CONTROL.matcher(value).find()
              ? Optional.of(wrongValue("contact.control-character"))
              : Optional.empty();
    };
  }

  private boolean isTelephone() {
    long digits =
        EXTENSION.matcher(value).replaceAll("").chars().filter(Character::isDigit).count();
    return TELEPHONE.matcher(value).matches() && (digits == 10 || digits == 11);
  }

  /**
   * An address of a named host, without a password in it. Never fetched here; whoever does must not
   * be led to a machine of their own network, so a bare number or a local name is none.
   */
  private boolean isHttpsAddress() {
    try {
      URI uri = new URI(value);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && HOST.matcher(uri.getHost()).matches()
          && uri.getRawUserInfo() == null
          && uri.getRawFragment() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static Violation wrongValue(String code) {
    return Violation.at("/value", code);
  }

  /** Without the value: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "ContactDetails[channel=" + channel + "]";
  }
}
