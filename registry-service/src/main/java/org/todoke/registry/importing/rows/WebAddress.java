package org.todoke.registry.importing.rows;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Repairs the addresses of web pages: a scheme with its colon or slashes wrong, one with a letter
 * missing or doubled, none at all, a comma in the name of the host. A scheme that is missing
 * becomes http, which sends a browser on where there is https.
 */
final class WebAddress {

  private static final int LONGEST = 2_000;

  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])"
              + "(?::[0-9]{1,5})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SPOILED = Pattern.compile("[\\s\\p{Cntrl}<>\"\\\\^`{|}]");

  /** As they were seen in the files of the ministry. */
  private static final Set<String> SCHEMES =
      Set.of(
          "http", "https", "htt", "htts", "htpp", "htpps", "httt", "httts", "htttp", "htttps",
          "htp", "htps", "ttp", "ttps", "httpp", "httpps", "httpss", "hhttp", "hhttps", "httpsp",
          "hppt", "hppts");

  private WebAddress() {}

  /**
   * Whether what is written is a mail address, which is a person's and not to be kept as a page.
   */
  static boolean isMailAddress(String written) {
    String plain = plain(written);
    int at = plain.indexOf('@');
    int slash = plain.indexOf('/');
    return at > 0 && at == plain.lastIndexOf('@') && (slash < 0 || at < slash);
  }

  /** An address that begins with http: or https: and names a host; null where none can be made. */
  static @Nullable String of(String written) {
    String plain = plain(written);
    if (plain.length() > LONGEST || SPOILED.matcher(plain).find()) {
      return null;
    }
    int letters = lettersAtStart(plain);
    int rest = letters;
    boolean colon = false;
    while (rest < plain.length() && ":;,./".indexOf(plain.charAt(rest)) >= 0) {
      colon |= plain.charAt(rest) != '/' && plain.charAt(rest) != '.';
      rest++;
    }
    String scheme = plain.substring(0, letters).toLowerCase(Locale.ROOT);
    boolean marked = colon || rest > letters && plain.charAt(rest - 1) == '/';
    if (letters > 0 && marked && SCHEMES.contains(scheme)) {
      return withHost(scheme.contains("s") ? "https://" : "http://", plain.substring(rest));
    }
    return letters == 0 && plain.startsWith("//")
        ? withHost("http:", plain)
        : withHost("http://", plain);
  }

  private static @Nullable String withHost(String scheme, String rest) {
    int begin = rest.startsWith("//") ? 2 : 0;
    int end = begin;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    String host = rest.substring(begin, end).replace(',', '.');
    if (!HOST.matcher(host).matches()) {
      return null;
    }
    return scheme + rest.substring(0, begin) + host + rest.substring(end);
  }

  private static int lettersAtStart(String plain) {
    int i = 0;
    while (i < plain.length()
        && (plain.charAt(i) >= 'a' && plain.charAt(i) <= 'z'
            || plain.charAt(i) >= 'A' && plain.charAt(i) <= 'Z')) {
      i++;
    }
    return i;
  }

  private static String plain(String written) {
    return Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
  }
}
