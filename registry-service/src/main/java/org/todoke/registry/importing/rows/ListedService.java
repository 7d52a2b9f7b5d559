package org.todoke.registry.importing.rows;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One service of one establishment, as a list says it is. The same establishment is on several
 * lists, once for each of its services, and not always under the same name.
 *
 * @param number 介護保険事業所番号, ten characters
 * @param service サービス種類コード, two characters
 * @param municipality six digits; of a designated city the city, never a ward
 * @param ward six digits; null outside designated cities and where the list does not tell it
 * @param prefecture six digits
 * @param name at most 200 characters
 * @param nameKana at most 400 characters
 * @param address as listed, width and white space aside; may begin with the prefecture or not
 * @param latitude in degrees north; null where the longitude is
 * @param longitude in degrees east
 * @param telephone in the form of {@code ContactDetails}
 * @param fax in the form of {@code ContactDetails}
 * @param corporateNumber thirteen digits that check
 * @param corporationName at most 200 characters
 * @param corporationKey the name folded, to compare it with others; null without a name
 * @param days in the order of the week; empty where nothing is said
 * @param capacity persons, from 1; null where nothing is said
 * @param url begins with http: or https:
 * @param withDisabilityCare 高齢者の方と障害者の方が同時一体的に利用できるサービス, as is
 * @param careStandard 介護保険の通常の指定基準を満たしている, as is
 * @param disabilityStandard 障害福祉の通常の指定基準を満たしている, as is
 * @param postcode with its hyphen
 * @param extras what stands below headers that nobody knows, raw, by header
 */
public record ListedService(
    String number,
    String service,
    String municipality,
    @Nullable String ward,
    String prefecture,
    String name,
    @Nullable String nameKana,
    @Nullable String address,
    @Nullable String building,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable String telephone,
    @Nullable String fax,
    @Nullable String corporateNumber,
    @Nullable String corporationName,
    @Nullable String corporationKey,
    List<OpenDay> days,
    @Nullable String daysNote,
    @Nullable Integer capacity,
    @Nullable String url,
    @Nullable String withDisabilityCare,
    @Nullable String careStandard,
    @Nullable String disabilityStandard,
    @Nullable String remarks,
    @Nullable String postcode,
    Map<String, String> extras) {

  ListedService withService(String other) {
    return new ListedService(
        number,
        other,
        municipality,
        ward,
        prefecture,
        name,
        nameKana,
        address,
        building,
        latitude,
        longitude,
        telephone,
        fax,
        corporateNumber,
        corporationName,
        corporationKey,
        days,
        daysNote,
        capacity,
        url,
        withDisabilityCare,
        careStandard,
        disabilityStandard,
        remarks,
        postcode,
        extras);
  }

  /** Without telephone and FAX: whatever is printed may end in a log. */
  @Override
  public String toString() {
    return "ListedService[number=" + number + ", service=" + service + "]";
  }
}
