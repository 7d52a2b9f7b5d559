package org.todoke.messaging.app;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The aggregate of the test service. */
@Entity
@Table(name = "thing")
public class Thing {

  @Id private String id;
  private String note;
  private long seq;

  protected Thing() {}

  public Thing(String id, String note) {
    this.id = id;
    this.note = note;
  }

  public long next() {
    return ++seq;
  }

  public String describe() {
    return id + " " + note;
  }
}
