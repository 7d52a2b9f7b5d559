package org.todoke.notice.authoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
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

  @JdbcTypeCode(SqlTypes.JSON)
  @Column(name = "amendments")
  private @Nullable List<Amendment> amendments;

  @Column(name = "due_on")
  private @Nullable LocalDate dueOn;

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

  /** With what it changes in the wording, and to which day it puts the date off. */
  Relation saying(List<Amendment> rows, @Nullable LocalDate later) {
    amendments = rows.isEmpty() ? null : List.copyOf(rows);
    dueOn = later;
    return this;
  }

  /** Whether the notice comes in the place of another of this system. */
  boolean isSuccession() {
    return target != null && kind().succession().isPresent();
  }

  public RelationKind kind() {
    return RelationKind.ofWireName(kind);
  }

  /** Null for a paper from outside. */
  public @Nullable UUID target() {
    return target;
  }

  /** Null where it does not amend. */
  public @Nullable List<Amendment> amendments() {
    return amendments == null ? null : List.copyOf(amendments);
  }

  /** Null where it does not put a date off. */
  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  /** Null for a notice of this system. */
  public @Nullable ExternalPaper external() {
    return externalIssuer == null || externalDate == null || externalTitle == null
        ? null
        : new ExternalPaper(externalIssuer, externalNumber, externalDate, externalTitle);
  }
}
