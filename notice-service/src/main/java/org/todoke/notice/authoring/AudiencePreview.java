package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * What an issuer looks at before it issues a notice; afterwards, what was frozen.
 *
 * @param frozen whether it can still change with the directory
 * @param total everybody of all tiers
 * @param warnings what the rule names in vain
 */
@Schema(name = "AudiencePreview")
public record AudiencePreview(boolean frozen, int total, List<Tier> tiers, List<Remark> warnings) {

  /**
   * @param samples a few of them, the same each time
   * @param departments only where the notice is addressed to departments and the tier has some
   * @param openNotices what they hold already
   */
  @Schema(name = "AudienceTier")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Tier(
      OrganizationKind tier,
      int addressed,
      List<Sample> samples,
      @Nullable Departments departments,
      OpenNotices openNotices) {}

  @Schema(name = "AudienceSample")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Sample(OrganizationCode code, @Nullable String name) {}

  /**
   * @param found organisations with at least one of the departments
   * @param missing organisations with none of them: they get it all the same, as a whole
   */
  @Schema(name = "AudienceDepartments")
  public record Departments(int found, int missing) {}

  /**
   * Notices in earnest and in force that have reached them, that are not excused and with which
   * they have not done yet what is asked: answer, pass on or acknowledge.
   *
   * @param counted of whom; where it is not all of the notices' issuers, of the own
   * @param organizations how many of the tier were looked at; the figures are of these. All of
   *     them, up to a bound
   */
  @Schema(name = "AudienceOpenNotices")
  public record OpenNotices(
      Counted counted, int organizations, long total, long min, double median, long p90, long max) {

    /** Whose notices. */
    public enum Counted {
      @JsonProperty("all")
      ALL,
      /** Of so few organisations nobody is told what others have sent them. */
      @JsonProperty("own")
      OWN
    }
  }

  /**
   * @param pointer into the content of the notice
   */
  @Schema(name = "AudienceRemark")
  public record Remark(String pointer, String code, String message) {}
}
