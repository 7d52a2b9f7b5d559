package org.todoke.registry.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationState;

/** A suspected pair as a registrar sees it. */
@Schema(
    name = "SuspectedPair",
    description = "Two corporations that may be one and the same",
    requiredProperties = {
      "id",
      "first",
      "second",
      "reason",
      "places",
      "state",
      "foundAt",
      "permittedActions"
    })
public record SuspectedPairView(
    UUID id,
    Party first,
    Party second,
    PairReason reason,
    @Schema(description = "Prefectures and municipalities in which both are at work")
        List<OrganizationCode> places,
    PairState state,
    Instant foundAt,
    @Schema(description = "The registrar's organisation; only when decided")
        @Nullable OrganizationCode decidedBy,
    @Nullable Instant decidedAt,
    @Schema(
            description =
                "What is to be done next: decide; or merge, which is done at the organisation itself and never by deciding")
        List<String> permittedActions) {

  /** One of the two. */
  @Schema(
      name = "SuspectedPairParty",
      requiredProperties = {"code", "name", "state"})
  public record Party(OrganizationCode code, String name, OrganizationState state) {

    static Party of(String code, String name, boolean active) {
      return new Party(
          OrganizationCode.of(code),
          name,
          active ? OrganizationState.ACTIVE : OrganizationState.CLOSED);
    }
  }

  static SuspectedPairView of(Object[] row) {
    Party first = Party.of((String) row[1], (String) row[2], (Boolean) row[3]);
    Party second = Party.of((String) row[4], (String) row[5], (Boolean) row[6]);
    PairState state = PairState.of((String) row[9]);
    return new SuspectedPairView(
        (UUID) row[0],
        first,
        second,
        PairReason.of((String) row[7]),
        Arrays.stream((String[]) row[8]).map(OrganizationCode::of).toList(),
        state,
        (Instant) row[10],
        row[11] == null ? null : OrganizationCode.of((String) row[11]),
        (Instant) row[12],
        actions(state, first, second));
  }

  private static List<String> actions(PairState state, Party first, Party second) {
    boolean bothExist =
        first.state() == OrganizationState.ACTIVE && second.state() == OrganizationState.ACTIVE;
    return switch (state) {
      case OPEN -> List.of("decide");
      case SAME -> bothExist ? List.of("merge") : List.of();
      case DIFFERENT -> List.of();
    };
  }
}
