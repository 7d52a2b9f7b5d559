package org.todoke.registry.organization;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Listing;

/** Listings stand in the database as they stand on the wire. */
@Converter(autoApply = true)
class ListingConverter implements AttributeConverter<Listing, String> {

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable Listing listing) {
    return listing == null ? null : listing.wireName();
  }

  @Override
  public @Nullable Listing convertToEntityAttribute(@Nullable String wireName) {
    return Arrays.stream(Listing.values())
        .filter(listing -> listing.wireName().equals(wireName))
        .findFirst()
        .orElse(null);
  }
}
