package org.todoke.notice.authoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Confidentiality;

/** What is printed on a paper: how it is found again, and what it says. */
@Embeddable
public class PrintedPaper {

  @Column(name = "paper_kind", nullable = false)
  private String kind;

  @Column(name = "series")
  private @Nullable String series;

  @Column(name = "volume")
  private @Nullable Integer volume;

  @Column(name = "document_number")
  private @Nullable String documentNumber;

  @Column(name = "issued_on", nullable = false)
  private LocalDate issuedOn;

  @Column(name = "title", nullable = false)
  private String title;

  @Column(name = "body", nullable = false)
  private String text;

  @Column(name = "confidentiality", nullable = false)
  private String confidentiality;

  protected PrintedPaper() {
    // for Hibernate
  }

  PrintedPaper(NoticeContent content) {
    kind = content.paperKind();
    series = content.series();
    volume = content.volume();
    documentNumber = content.documentNumber();
    issuedOn = content.issuedOn();
    title = content.title();
    text = content.text();
    confidentiality = content.confidentiality().wireName();
  }

  public String kind() {
    return kind;
  }

  public @Nullable String series() {
    return series;
  }

  public @Nullable Integer volume() {
    return volume;
  }

  public @Nullable String documentNumber() {
    return documentNumber;
  }

  /** The date on the paper, which may be another day than that of its issue here. */
  public LocalDate issuedOn() {
    return issuedOn;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  /** As it is stamped on it. */
  public Confidentiality confidentiality() {
    return Arrays.stream(Confidentiality.values())
        .filter(c -> c.wireName().equals(confidentiality))
        .findFirst()
        .orElseThrow();
  }
}
