package org.todoke.registry.reference;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the lists that come with the service; {@code docs/credits.md} says where they are from. */
final class ReferenceLists {

  /** The day for which the list of local governments holds; the registry vouches for no earlier. */
  private static final LocalDate LOCAL_GOVERNMENTS_AS_OF = LocalDate.of(2024, 1, 1);

  private static final String MINISTRY_ABOVE_PREFECTURES = "go:mhlw";

  private ReferenceLists() {}

  /** Ministry, divisions, prefectures and municipalities. */
  static List<ListedOrganization> official() {
    List<ListedOrganization> organizations = new ArrayList<>();
    organizations.addAll(
        ReferenceFile.rows("ministry.csv", r -> listed(r, "reference", List.of())));
    organizations.addAll(ReferenceFile.rows("prefectures.csv", ReferenceLists::prefecture));
    organizations.addAll(ReferenceFile.rows("municipalities.csv", ReferenceLists::municipality));
    return List.copyOf(organizations);
  }

  /** Associations, corporations and establishments that do not exist. */
  static List<ListedOrganization> sample() {
    Map<String, List<ListedContact>> contacts =
        sampleContacts().stream().collect(Collectors.groupingBy(ListedContact::organization));
    return ReferenceFile.rows(
        "sample/organizations.csv",
        r ->
            listed(
                r,
                "sample",
                contacts.getOrDefault(r.getField("code"), List.of()).stream()
                    .map(ListedContact::channel)
                    .toList()));
  }

  static List<ListedContact> sampleContacts() {
    return ReferenceFile.rows(
        "sample/contacts.csv",
        r ->
            ListedContact.of(
                r.getField("organization"),
                r.getField("channel"),
                r.getField("value"),
                ReferenceFile.given(r, "department")));
  }

  static Set<String> serviceTypes() {
    return Set.copyOf(ReferenceFile.rows("service-types.csv", r -> r.getField("code")));
  }

  private static ListedOrganization prefecture(NamedCsvRecord r) {
    return ListedOrganization.of(
        "lg:" + r.getField("code"),
        "prefecture",
        r.getField("name"),
        r.getField("name_kana"),
        MINISTRY_ABOVE_PREFECTURES,
        null,
        null,
        null,
        List.of(),
        List.of(),
        LOCAL_GOVERNMENTS_AS_OF,
        "reference");
  }

  private static ListedOrganization municipality(NamedCsvRecord r) {
    String prefecture = "lg:" + r.getField("prefecture");
    return ListedOrganization.of(
        "lg:" + r.getField("code"),
        "municipality",
        r.getField("name"),
        r.getField("name_kana"),
        prefecture,
        prefecture,
        null,
        null,
        List.of(),
        List.of(),
        LOCAL_GOVERNMENTS_AS_OF,
        "reference");
  }

  private static ListedOrganization listed(NamedCsvRecord r, String origin, List<String> channels) {
    return ListedOrganization.of(
        r.getField("code"),
        r.getField("kind"),
        r.getField("name"),
        r.getField("name_kana"),
        ReferenceFile.given(r, "parent"),
        ReferenceFile.given(r, "prefecture"),
        ReferenceFile.given(r, "municipality"),
        ReferenceFile.given(r, "corporation"),
        Stream.ofNullable(ReferenceFile.given(r, "services"))
            .flatMap(s -> Arrays.stream(s.split(" ")))
            .toList(),
        channels,
        LocalDate.parse(r.getField("valid_from")),
        origin);
  }
}
