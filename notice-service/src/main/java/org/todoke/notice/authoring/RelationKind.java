package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import org.todoke.contracts.Succession;

/** What one paper is to another. */
public enum RelationKind {
  /** Carries it inside, unaltered (別添). */
  @JsonProperty("encloses")
  ENCLOSES("encloses"),
  /** The same paper with a fault put right (訂正): it holds in the other's place. */
  @JsonProperty("corrects")
  CORRECTS("corrects"),
  /** Another paper in the other's place (差替え). */
  @JsonProperty("replaces")
  REPLACES("replaces"),
  /** Changes the wording of the other, row by row (新旧対照表). */
  @JsonProperty("amends")
  AMENDS("amends"),
  /** Ends what the other laid down (廃止). */
  @JsonProperty("abolishes")
  ABOLISHES("abolishes"),
  /** Is read together with the other (補足). */
  @JsonProperty("supplements")
  SUPPLEMENTS("supplements"),
  /** Puts the date of the other off (期限延長). */
  @JsonProperty("extends-deadline")
  EXTENDS_DEADLINE("extends-deadline");

  private final String wireName;

  RelationKind(String wireName) {
    this.wireName = wireName;
  }

  /** As it stands in JSON and in the database. */
  public String wireName() {
    return wireName;
  }

  /** What a later version is to a former one; empty for what leaves the other in its place. */
  Optional<Succession> succession() {
    return switch (this) {
      case CORRECTS -> Optional.of(Succession.CORRECTS);
      case REPLACES -> Optional.of(Succession.REPLACES);
      case ENCLOSES, AMENDS, ABOLISHES, SUPPLEMENTS, EXTENDS_DEADLINE -> Optional.empty();
    };
  }

  /** Whether it says something about the other that only the other's own issuer can say. */
  boolean changesTheOther() {
    return this != ENCLOSES;
  }

  /** Whether the other must still be under way: what is closed can be amended, not put off. */
  boolean needsUnderway() {
    return this == EXTENDS_DEADLINE || succession().isPresent();
  }

  static RelationKind ofWireName(String name) {
    for (RelationKind kind : values()) {
      if (kind.wireName.equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of relation: " + name);
  }
}
