package org.todoke.registry.contact;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;

/** Channels stand in the database as they stand on the wire. */
@Converter(autoApply = true)
class ChannelConverter implements AttributeConverter<Channel, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Channel channel) {
    return channel == null ? null : channel.wireName();
  }

  @Override
  public @Nullable Channel convertToEntityAttribute(@Nullable String wireName) {
    return Arrays.stream(Channel.values())
        .filter(channel -> channel.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
