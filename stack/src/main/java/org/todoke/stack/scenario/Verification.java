package org.todoke.stack.scenario;

import org.todoke.stack.Findings;

/**
 * Compares what was played with what the suite says of it: from the API alone, and from Kafka as a
 * stranger hears it. What is expected comes from the play and from the registry; what is seen comes
 * from somewhere else.
 */
final class Verification {

  private final Sight sight;
  private final Findings findings;

  Verification(Apis apis, Cascade cascade, Findings findings) {
    this.sight = new Sight(apis, cascade);
    this.findings = findings;
  }

  void all(ForeignConsumer foreign) {
    new AudienceVerification(sight, findings).verify();
    new FiguresVerification(sight, findings).verify();
    new PathVerification(sight, findings).verify();
    new WallsVerification(sight, findings).verify();
    new AnswersVerification(sight, findings).verify();
    new EventsVerification(sight, findings).verify(foreign);
  }
}
