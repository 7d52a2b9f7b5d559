package org.todoke.checklist.questionnaire;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.todoke.checklist.StoredJson;
import org.todoke.contracts.EventType;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.event.ChecklistPublished;
import org.todoke.messaging.OutboxEvent;

/** One version of a checklist: written as a draft, frozen by its publication. */
@Entity
public class Checklist {

  private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

  @EmbeddedId private ChecklistKey key;

  private String owner;
  private String state;
  private String title;
  private @Nullable String description;

  @JdbcTypeCode(SqlTypes.JSON)
  private String items;

  private int edition;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Column(name = "published_at")
  private @Nullable Instant publishedAt;

  /** For Hibernate. */
  protected Checklist() {}

  private Checklist(
      ChecklistKey key, OrganizationCode owner, Definition definition, int edition, Instant now) {
    this.key = key;
    this.owner = owner.value();
    this.state = ChecklistState.DRAFT.wireName();
    this.edition = edition;
    write(definition, now);
  }

  static Checklist draft(OrganizationCode owner, Definition definition, Instant now) {
    return new Checklist(new ChecklistKey(UUID.randomUUID(), 1), owner, definition, 1, now);
  }

  /** The draft that follows a published version. */
  Checklist nextDraft(Definition definition, Instant now) {
    return new Checklist(
        new ChecklistKey(key.id(), key.version() + 1), owner(), definition, edition + 1, now);
  }

  void rewrite(Definition definition, Instant now) {
    if (state() != ChecklistState.DRAFT) {
      throw new IllegalStateException("a published version is frozen");
    }
    edition++;
    write(definition, now);
  }

  /** Freezes it and says so. The caller has seen that it is a draft. */
  OutboxEvent publish(Instant now) {
    if (state() != ChecklistState.DRAFT) {
      throw new IllegalStateException("published already");
    }
    state = ChecklistState.PUBLISHED.wireName();
    publishedAt = now;
    updatedAt = now;
    edition++;
    String id = key.id().toString();
    // Each version is published once and in order, so its number is the sequence of the events.
    return new OutboxEvent(
        EventType.CHECKLIST_PUBLISHED,
        id,
        id,
        key.version(),
        now,
        id,
        null,
        new ChecklistPublished(
            key.id(),
            key.version(),
            owner(),
            definition().items().stream().map(Item::id).toList()));
  }

  private void write(Definition definition, Instant now) {
    title = definition.title();
    description = definition.description();
    items = StoredJson.write(definition.items());
    updatedAt = now;
  }

  public ChecklistKey key() {
    return key;
  }

  public OrganizationCode owner() {
    return OrganizationCode.of(owner);
  }

  public ChecklistState state() {
    return ChecklistState.ofWireName(state);
  }

  public Definition definition() {
    return new Definition(title, description, StoredJson.read(items, ITEMS));
  }

  public int edition() {
    return edition;
  }

  public @Nullable Instant publishedAt() {
    return publishedAt;
  }
}
