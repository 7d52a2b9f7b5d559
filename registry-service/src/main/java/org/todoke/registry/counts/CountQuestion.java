package org.todoke.registry.counts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * What is to be counted apart, and within what; null does not restrict.
 *
 * @param by at least one
 */
public record CountQuestion(
    Set<By> by,
    @Nullable OrganizationCode prefecture,
    @Nullable OrganizationCode municipality,
    @Nullable String service) {

  /** What establishments are told apart by. */
  public enum By {
    @JsonProperty("prefecture")
    PREFECTURE,
    @JsonProperty("municipality")
    MUNICIPALITY,
    @JsonProperty("service")
    SERVICE
  }

  /** A municipality lies in one prefecture, so that it tells that one, too. */
  boolean byPrefecture() {
    return by.contains(By.PREFECTURE) || by.contains(By.MUNICIPALITY);
  }

  boolean byMunicipality() {
    return by.contains(By.MUNICIPALITY);
  }

  boolean byService() {
    return by.contains(By.SERVICE);
  }
}
