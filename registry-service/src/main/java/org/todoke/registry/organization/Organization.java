package org.todoke.registry.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.Listing;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
import org.todoke.contracts.event.NamedDepartment;
import org.todoke.contracts.event.OfferedService;
import org.todoke.contracts.event.OrganizationSnapshot;

/**
 * Any node of either line. Its code is its identity for ever; each of its methods that returns true
 * has changed something, counted it, and owes the world an event.
 */
@Entity
@Table(name = "organization")
public class Organization {

  /** Who keeps the row; what a registrar has touched is left alone by lists that are loaded. */
  private static final String KEPT_BY_REGISTRAR = "registrar";

  @Id private String code;
  private OrganizationKind kind;
  private String name;
  private @Nullable String nameKana;
  private @Nullable OrganizationCode parent;
  private @Nullable OrganizationCode prefecture;
  private @Nullable OrganizationCode municipality;
  private @Nullable OrganizationCode corporation;
  private String[] services;
  private String[] channels;
  private @Nullable String address;
  private @Nullable String building;

  @Column(precision = 9, scale = 6)
  private @Nullable BigDecimal latitude;

  @Column(precision = 9, scale = 6)
  private @Nullable BigDecimal longitude;

  private @Nullable String ward;

  /** Written by imports only. */
  private @Nullable Listing listing;

  private OrganizationState state;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private @Nullable Instant erasedAt;
  private String origin;
  private long seq;
  @Version private int version;

  /** For Hibernate. */
  protected Organization() {}

  Organization(
      OrganizationCode code, OrganizationKind kind, Attributes attributes, LocalDate validFrom) {
    this.code = code.value();
    this.kind = kind;
    this.name = attributes.name();
    this.services = new String[0];
    this.channels = new String[0];
    this.state = OrganizationState.ACTIVE;
    this.validFrom = validFrom;
    this.origin = KEPT_BY_REGISTRAR;
    this.seq = 1;
    take(attributes);
  }

  /** False if it is like that already. */
  boolean change(Attributes attributes) {
    if (attributes.equals(attributes())) {
      return false;
    }
    take(attributes);
    counted();
    return true;
  }

  /** False if it is closed already, on whatever day. */
  boolean close(LocalDate lastDay) {
    if (state == OrganizationState.CLOSED) {
      return false;
    }
    state = OrganizationState.CLOSED;
    validTo = lastDay;
    counted();
    return true;
  }

  /**
   * Leaves nothing of a closed one but its code, its kind, its lines and its days. False if that
   * has been done already.
   */
  boolean erase(Instant now) {
    if (erasedAt != null) {
      return false;
    }
    take(
        new Attributes(
            OrganizationSnapshot.NAME_OF_ERASED,
            null,
            parent,
            prefecture,
            municipality,
            corporation,
            List.of(),
            Site.UNKNOWN));
    channels = new String[0];
    listing = null;
    erasedAt = now;
    counted();
    return true;
  }

  /**
   * A closed one that turns out to live on. The gap stays in the history. False if it is active.
   */
  public boolean reopen(Attributes attributes) {
    if (state == OrganizationState.ACTIVE) {
      return false;
    }
    take(attributes);
    state = OrganizationState.ACTIVE;
    validTo = null;
    erasedAt = null;
    counted();
    return true;
  }

  /** Something that is kept elsewhere and told with the whole has changed. */
  void changedInside() {
    counted();
  }

  /** False if it could be reached by these ways before, too. */
  boolean reachableBy(List<Channel> ways) {
    if (!takeWays(ways)) {
      return false;
    }
    counted();
    return true;
  }

  /** The same by somebody who found it out, and is no keeper of the organisation for that. */
  boolean foundReachableBy(List<Channel> ways) {
    if (!takeWays(ways)) {
      return false;
    }
    seq++;
    return true;
  }

  private boolean takeWays(List<Channel> ways) {
    String[] names =
        ways.stream().distinct().sorted().map(Channel::wireName).toArray(String[]::new);
    boolean other = !Arrays.equals(names, channels);
    channels = names;
    return other;
  }

  private void take(Attributes attributes) {
    name = attributes.name();
    nameKana = attributes.nameKana();
    parent = attributes.parent();
    prefecture = attributes.prefecture();
    municipality = attributes.municipality();
    corporation = attributes.corporation();
    services = attributes.services().toArray(String[]::new);
    address = attributes.site().address();
    building = attributes.site().building();
    latitude = attributes.site().latitude();
    longitude = attributes.site().longitude();
    ward = attributes.site().ward();
  }

  private void counted() {
    seq++;
    origin = KEPT_BY_REGISTRAR;
  }

  public OrganizationCode code() {
    return OrganizationCode.of(code);
  }

  public OrganizationKind kind() {
    return kind;
  }

  public Attributes attributes() {
    return new Attributes(
        name,
        nameKana,
        parent,
        prefecture,
        municipality,
        corporation,
        List.of(services),
        new Site(address, building, latitude, longitude, ward));
  }

  /** Where it stands in the official lists; null for what never stood in one. */
  public @Nullable Listing listing() {
    return listing;
  }

  public List<Channel> channels() {
    return Arrays.stream(channels)
        .map(
            name ->
                Arrays.stream(Channel.values())
                    .filter(channel -> channel.wireName().equals(name))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  public boolean isActive() {
    return state == OrganizationState.ACTIVE;
  }

  public boolean isErased() {
    return erasedAt != null;
  }

  /** Null unless it was. */
  @Nullable Instant erasedAt() {
    return erasedAt;
  }

  public OrganizationState state() {
    return state;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  /** The last day on which it existed; null while it does. */
  public @Nullable LocalDate validTo() {
    return validTo;
  }

  /** Number of events about it, the one that is owed for the last change included. */
  public long seq() {
    return seq;
  }

  public int version() {
    return version;
  }

  /** Counts a change that stands in no column of its own, such as that of a union's members. */
  void changedBeside() {
    counted();
  }

  /** Of one that has neither members nor departments. */
  OrganizationSnapshot snapshot(List<OfferedService> offered) {
    return snapshot(offered, null, List.of());
  }

  /**
   * @param offered in the order of their codes; empty for all but establishments
   * @param members of a union; null for every other kind
   * @param departments in the order of their duties and names; empty for all but local governments
   */
  OrganizationSnapshot snapshot(
      List<OfferedService> offered,
      @Nullable List<OrganizationCode> members,
      List<NamedDepartment> departments) {
    Site site = attributes().site();
    return new OrganizationSnapshot(
        code(),
        kind,
        name,
        nameKana,
        parent,
        prefecture,
        municipality,
        ward,
        corporation,
        address,
        building,
        degrees(site.latitude()),
        degrees(site.longitude()),
        state,
        validFrom,
        validTo,
        listing,
        List.of(services),
        offered.isEmpty() ? null : offered,
        channels(),
        members,
        departments.isEmpty() ? null : departments);
  }

  private static @Nullable Double degrees(@Nullable BigDecimal exact) {
    return exact == null ? null : exact.doubleValue();
  }
}
