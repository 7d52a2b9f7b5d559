package org.todoke.registry.reference;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A contact of the sample, as the loading statement takes it.
 *
 * @param id made from the rest, so that loading it again finds it
 */
record ListedContact(
    UUID id, String organization, String channel, String value, @Nullable String department) {

  static ListedContact of(
      String organization, String channel, String value, @Nullable String department) {
    String whole = String.join("\n", organization, channel, value);
    return new ListedContact(
        UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)),
        organization,
        channel,
        value,
        department);
  }
}
