package org.todoke.notice.authoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a notice has to do with another paper, of this system or from outside. */
@Embeddable
public class Relation {

  @Column(name = "kind", nullable = false)
  private String kind;

  @Column(name = "target")
  private @Nullable UUID target;

  @Column(name = "external_issuer")
  private @Nullable String externalIssuer;

  @Column(name = "external_number")
  private @Nullable String externalNumber;

  @Column(name = "external_date")
  private @Nullable LocalDate externalDate;

  @Column(name = "external_title")
  private @Nullable String externalTitle;

  protected Relation() {
    // for Hibernate
  }

  private Relation(RelationKind kind) {
    this.kind = kind.wireName();
  }

  /** To a notice of this system. */
  static Relation to(RelationKind kind, UUID target) {
    Relation relation = new Relation(kind);
    relation.target = target;
    return relation;
  }

  /** To a paper that never was in this system. */
  static Relation toPaper(RelationKind kind, ExternalPaper paper) {
    Relation relation = new Relation(kind);
    relation.externalIssuer = paper.issuer();
    relation.externalNumber = paper.number();
    relation.externalDate = paper.date();
    relation.externalTitle = paper.title();
    return relation;
  }

  public RelationKind kind() {
    return RelationKind.ofWireName(kind);
  }

  /** Null for a paper from outside. */
  public @Nullable UUID target() {
    return target;
  }

  /** Null for a notice of this system. */
  public @Nullable ExternalPaper external() {
    return externalIssuer == null || externalDate == null || externalTitle == null
        ? null
        : new ExternalPaper(externalIssuer, externalNumber, externalDate, externalTitle);
  }
}
