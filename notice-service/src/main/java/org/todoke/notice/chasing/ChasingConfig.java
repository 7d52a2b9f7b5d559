package org.todoke.notice.chasing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalTime;
import java.util.List;

/** Who is late is reminded, and those above are told; the issuer may set other rungs. */
@ConfigMapping(prefix = "todoke.chasing")
public interface ChasingConfig {

  /**
   * How often it is looked whether the work of the day is done, {@code off} for never (in this
   * instance). Looking costs one short query once it is.
   */
  @WithDefault("5m")
  String every();

  /** The hour in Japan from which on it is done, on office days. */
  @WithDefault("09:00")
  LocalTime notBefore();

  /** Office days from the day by which somebody is expected, below zero before it. */
  @WithDefault("-5,-1,1,3,5")
  List<@Min(-Ladder.MAX_RUNG) @Max(Ladder.MAX_RUNG) Integer> remind();

  /** Office days after that day; 0 for never. */
  @WithDefault("5")
  @Min(0)
  @Max(Ladder.MAX_RUNG)
  int escalateToSenderAfter();

  /** The same for the issuer. */
  @WithDefault("10")
  @Min(0)
  @Max(Ladder.MAX_RUNG)
  int escalateToIssuerAfter();

  /** A rung that was missed for more days than these is let go. */
  @WithDefault("30")
  @Min(1)
  @Max(90)
  int catchUpDays();

  /** Nobody is chased for a notice so many days after its issue and its date. */
  @WithDefault("180")
  @Min(1)
  @Max(3_650)
  int giveUpAfterDays();

  /** So many deliveries are looked at in one transaction. */
  @WithDefault("20000")
  @Min(1)
  @Max(1_000_000)
  int atMost();

  /** Office days for which somebody can be let be at once. */
  @WithDefault("20")
  @Min(1)
  @Max(120)
  int snoozeAtMost();

  /** How often one and the same delivery can be. */
  @WithDefault("3")
  @Min(1)
  @Max(100)
  int snoozesAtMost();
}
