package org.todoke.registry.importing.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.todoke.registry.importing.rows.ListedService;

/**
 * Who runs an establishment, by what its row says. A corporation without a number gets an identity
 * of its own that follows from its name and the municipality, so that the same row leads to the
 * same one every time; equal names elsewhere are other corporations until a person says otherwise.
 */
final class Operators {

  private static final int HEX_DIGITS = 16;

  private Operators() {}

  /** Its code; null if the row names nobody. */
  static @Nullable String codeOf(ListedService service) {
    if (service.corporateNumber() != null) {
      return "cn:" + service.corporateNumber();
    }
    if (service.corporationKey() == null || service.corporationKey().isEmpty()) {
      return null;
    }
    String identity = service.corporationKey() + '|' + service.municipality();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return "op:" + HexFormat.of().formatHex(digest).substring(0, HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
