package org.todoke.gateway.problem;

/** Carries a refusal through code that only knows failures. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  public RefusedException(Refused refused) {
    // Without a stack trace: it is an answer, not a fault.
    super(refused.code(), null, false, false);
    this.refused = refused;
  }

  public Refused refused() {
    return refused;
  }
}
