package org.todoke.registry.union;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/** For whom a union insured on a day. */
@Schema(
    name = "UnionMembers",
    description = "The municipalities that a union insured for on a day",
    requiredProperties = {"union", "asOf", "version", "members", "permittedActions"})
public record UnionMembers(
    OrganizationCode union,
    LocalDate asOf,
    @Schema(description = "Of the union, for If-Match, in quotes") int version,
    List<Member> members,
    @Schema(description = "What the caller may do next: set-members")
        List<String> permittedActions) {

  /** One municipality. */
  @Schema(
      name = "UnionMember",
      requiredProperties = {"code", "name", "validFrom"})
  public record Member(
      OrganizationCode code,
      String name,
      @Schema(description = "The first day of its membership") LocalDate validFrom,
      @Schema(description = "The last day of its membership; only when it has ended")
          @Nullable LocalDate validTo) {}
}
