package org.todoke.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a department of a local government is in charge of, in the words with which the ministry
 * addresses it. Events carry the code as text, so that a further one breaks no reader.
 */
public enum DepartmentDuty {
  @JsonProperty("care-insurance")
  CARE_INSURANCE("care-insurance", "介護保険", "Care insurance"),
  @JsonProperty("elderly-welfare")
  ELDERLY_WELFARE("elderly-welfare", "高齢者福祉", "Welfare of the elderly"),
  @JsonProperty("health")
  HEALTH("health", "保健・医療", "Health and medical care"),
  @JsonProperty("pharmacy")
  PHARMACY("pharmacy", "薬務", "Pharmaceutical affairs"),
  @JsonProperty("welfare")
  WELFARE("welfare", "社会福祉", "Social welfare"),
  @JsonProperty("child-welfare")
  CHILD_WELFARE("child-welfare", "児童福祉", "Child welfare"),
  @JsonProperty("disability")
  DISABILITY("disability", "障害福祉", "Welfare of persons with disabilities"),
  @JsonProperty("privacy")
  PRIVACY("privacy", "個人情報保護", "Protection of personal information"),
  @JsonProperty("general-affairs")
  GENERAL_AFFAIRS("general-affairs", "総務", "General affairs");

  private final String wireName;
  private final String japanese;
  private final String english;

  DepartmentDuty(String wireName, String japanese, String english) {
    this.wireName = wireName;
    this.japanese = japanese;
    this.english = english;
  }

  /** As it stands in JSON, in URLs and in the database. */
  public String wireName() {
    return wireName;
  }

  public String japanese() {
    return japanese;
  }

  public String english() {
    return english;
  }

  public static Optional<DepartmentDuty> ofWireName(String name) {
    return Arrays.stream(values()).filter(duty -> duty.wireName.equals(name)).findFirst();
  }
}
