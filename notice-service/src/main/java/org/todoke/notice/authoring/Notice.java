package org.todoke.notice.authoring;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;
import org.todoke.contracts.Usage;

/** One paper of one or several issuers: changed at will while it is a draft, never afterwards. */
@Entity
@Table(name = "notice")
public class Notice {

  @Id
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  @Column(name = "id")
  private @Nullable UUID id;

  @Version
  @Column(name = "lock_version", nullable = false)
  private int version;

  /** Counts the events of this notice. */
  @Column(name = "seq", nullable = false)
  private long seq;

  @Embedded private NoticeLife life;

  @Column(name = "usage", nullable = false)
  private String usage;

  @Column(name = "lead_issuer", nullable = false, updatable = false)
  private String leadIssuer;

  @Embedded private PrintedPaper paper;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "addressees", nullable = false)
  private List<String> addressees;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "references_", nullable = false)
  private List<Reference> references;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "contact")
  private @Nullable Contact contact;

  @Embedded private NoticeDemand demand;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "audience", nullable = false)
  private Audience audience;

  @Column(name = "declared_sheets")
  private @Nullable Integer declaredSheets;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "addressed")
  private @Nullable Map<OrganizationKind, Integer> addressed;

  @Column(name = "audience_hash")
  private @Nullable String audienceHash;

  @ElementCollection
  @CollectionTable(name = "notice_issuer", joinColumns = @JoinColumn(name = "notice_id"))
  @OrderColumn(name = "ordinal")
  @Column(name = "organization", nullable = false)
  private List<String> issuers = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "notice_relation", joinColumns = @JoinColumn(name = "notice_id"))
  @OrderColumn(name = "ordinal")
  private List<Relation> relations = new ArrayList<>();

  protected Notice() {
    // for Hibernate
  }

  /** A new draft of the content's first issuer. */
  static Notice draft(NoticeContent content, Instant now) {
    Notice notice = new Notice();
    notice.life = new NoticeLife();
    notice.leadIssuer = content.issuers().get(0).value();
    notice.createdAt = now;
    notice.write(content);
    return notice;
  }

  /**
   * Replaces the whole content.
   *
   * @throws AlreadyIssued if it is out
   */
  void edit(NoticeContent content) {
    requireDraft();
    write(content);
  }

  /**
   * @throws AlreadyIssued if it is out
   */
  void requireDraft() {
    draft();
  }

  private NoticeState.Draft draft() {
    if (state() instanceof NoticeState.Draft draft) {
      return draft;
    }
    throw new AlreadyIssued();
  }

  private void write(NoticeContent content) {
    usage = content.usage().wireName();
    paper = new PrintedPaper(content);
    references = List.copyOf(content.references());
    contact = content.contact();
    addressees = List.copyOf(content.addressees());
    declaredSheets = content.declaredSheets();
    demand = new NoticeDemand(content);
    audience = content.audience();
    replace(issuers, content.issuers().stream().map(OrganizationCode::value).toList());
    replace(relations, content.relations());
  }

  private static <T> void replace(List<T> present, List<T> wanted) {
    present.clear();
    present.addAll(wanted);
  }

  /**
   * Puts it out. From here on nothing of it changes but its state, and the date that holds.
   *
   * @return the number of its event
   */
  long issue(FrozenAudience frozen, Instant now) {
    life.become(draft().issue(now));
    demand.freeze(wanted());
    addressed = Map.copyOf(frozen.addressed());
    audienceHash = frozen.hash();
    return ++seq;
  }

  NoticeState state() {
    return life.state();
  }

  /**
   * Ends it, in one way or another.
   *
   * @return the number of its event
   */
  long end(NoticeState.Over over) {
    life.become(over);
    return ++seq;
  }

  /**
   * Puts the date off.
   *
   * @return the number of its event
   */
  long extendTo(LocalDate later) {
    demand.dates(demand.dates().putOffTo(later));
    return ++seq;
  }

  /** What it asks, of those whom it is for. */
  Demand wanted() {
    return new Demand(requestedActions(), audience.tiers());
  }

  public UUID id() {
    return Objects.requireNonNull(id, "not persisted yet");
  }

  public int version() {
    return version;
  }

  public NoticeStatus status() {
    return state().status();
  }

  public boolean isDraft() {
    return status() == NoticeStatus.DRAFT;
  }

  public Usage usage() {
    return Arrays.stream(Usage.values())
        .filter(u -> u.wireName().equals(usage))
        .findFirst()
        .orElseThrow();
  }

  public OrganizationCode leadIssuer() {
    return OrganizationCode.of(leadIssuer);
  }

  public boolean isLedBy(OrganizationCode organization) {
    return leadIssuer.equals(organization.value());
  }

  public List<OrganizationCode> issuers() {
    return issuers.stream().map(OrganizationCode::of).toList();
  }

  public List<Relation> relations() {
    return List.copyOf(relations);
  }

  /** The notice in whose place this one comes, and in which way. */
  Optional<Relation> former() {
    return relations.stream().filter(Relation::isSuccession).findFirst();
  }

  public PrintedPaper paper() {
    return paper;
  }

  public List<String> addressees() {
    return List.copyOf(addressees);
  }

  public List<Reference> references() {
    return List.copyOf(references);
  }

  public @Nullable Contact contact() {
    return contact;
  }

  public List<RequestedAction> requestedActions() {
    return demand.requestedActions();
  }

  public Audience audience() {
    return audience;
  }

  public @Nullable Integer declaredSheets() {
    return declaredSheets;
  }

  /** What it wants, and, once it is out, by when. */
  public NoticeDemand demand() {
    return demand;
  }

  public @Nullable LocalDate dueOn() {
    return demand.dates().earliest();
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Null for a draft. */
  public @Nullable Instant issuedAt() {
    return life.issuedAt();
  }

  /** How many organisations per tier it is for; null for a draft. */
  public @Nullable Map<OrganizationKind, Integer> addressed() {
    return addressed == null ? null : Collections.unmodifiableMap(new EnumMap<>(addressed));
  }

  /** Null for a draft. */
  public @Nullable String audienceHash() {
    return audienceHash;
  }
}
