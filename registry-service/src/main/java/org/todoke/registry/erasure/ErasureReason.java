package org.todoke.registry.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What demands that something be erased. */
@Schema(name = "ErasureReason")
public enum ErasureReason {
  /** Somebody asked for it whose right it is (個人情報保護法). */
  @JsonProperty("data-subject-request")
  DATA_SUBJECT_REQUEST("data-subject-request"),
  /** An authority ordered or recommended it. */
  @JsonProperty("authority-order")
  AUTHORITY_ORDER("authority-order"),
  @JsonProperty("court-order")
  COURT_ORDER("court-order"),
  /** It should never have been taken in. */
  @JsonProperty("unlawful-collection")
  UNLAWFUL_COLLECTION("unlawful-collection");

  private final String wireName;

  ErasureReason(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }

  static ErasureReason of(String wireName) {
    return Arrays.stream(values())
        .filter(reason -> reason.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such reason: " + wireName));
  }
}
