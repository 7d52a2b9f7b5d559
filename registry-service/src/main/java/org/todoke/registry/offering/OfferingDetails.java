package org.todoke.registry.offering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.ServiceDay;

/**
 * What may change about a service while it stays the same one.
 *
 * @param name under which the establishment offers it, 200 characters at most
 * @param capacity persons, at least 1; null for none and for not known
 * @param days in the order of the enumeration, each once
 * @param daysNote 400 characters at most
 * @param url http or https, 1,000 characters at most; never fetched
 */
public record OfferingDetails(
    String name,
    @Nullable String nameKana,
    @Nullable Integer capacity,
    List<ServiceDay> days,
    @Nullable String daysNote,
    @Nullable String url) {

  public OfferingDetails {
    days = days.stream().distinct().sorted().toList();
  }
}
