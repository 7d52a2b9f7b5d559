package org.todoke.registry.organization;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.OrganizationState;
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
  private OrganizationState state;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;
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

  /** False if it could be reached by these ways before, too. */
  boolean reachableBy(List<Channel> ways) {
    String[] names =
        ways.stream().distinct().sorted().map(Channel::wireName).toArray(String[]::new);
    if (Arrays.equals(names, channels)) {
      return false;
    }
    channels = names;
    counted();
    return true;
  }

  private void take(Attributes attributes) {
    name = attributes.name();
    nameKana = attributes.nameKana();
    parent = attributes.parent();
    prefecture = attributes.prefecture();
    municipality = attributes.municipality();
    corporation = attributes.corporation();
    services = attributes.services().toArray(String[]::new);
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
        name, nameKana, parent, prefecture, municipality, corporation, List.of(services));
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
  long seq() {
    return seq;
  }

  public int version() {
    return version;
  }

  OrganizationSnapshot snapshot() {
    return new OrganizationSnapshot(
        code(),
        kind,
        name,
        nameKana,
        parent,
        prefecture,
        municipality,
        corporation,
        state,
        validFrom,
        validTo,
        List.of(services),
        channels());
  }
}
