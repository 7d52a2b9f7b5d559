package org.todoke.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Tells the database, on every connection taken from the pool, on whose behalf it is used, so that
 * row-level security can hold back what is not theirs. The setting is written each time, also when
 * there is nobody: a pooled connection must never speak for its earlier user.
 */
@ApplicationScoped
class RowSecurity implements AgroalPoolInterceptor {

  /** What the policies of the schemas read with {@code current_setting('todoke.org', true)}. */
  static final String SETTING = "todoke.org";

  static final String SYSTEM = "system";
  static final String NOBODY = "";

  private static final Logger LOG = Logger.getLogger(RowSecurity.class);

  private final CurrentActor currentActor;

  RowSecurity(CurrentActor currentActor) {
    this.currentActor = currentActor;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    write(connection, beneficiary());
  }

  /** A connection that is broken by now must still find its way back, so that it is discarded. */
  @Override
  public void onConnectionReturn(Connection connection) {
    try {
      write(connection, NOBODY);
    } catch (RowSecurityException e) {
      LOG.debug(
          "a connection could not be handed back clean; whoever takes it next sets it anew", e);
    }
  }

  private String beneficiary() {
    if (SystemScope.isEntered()) {
      return SYSTEM;
    }
    return currentActor.find().map(actor -> actor.organization().value()).orElse(NOBODY);
  }

  private static void write(Connection connection, String beneficiary) {
    try (PreparedStatement statement =
        connection.prepareStatement("select set_config('" + SETTING + "', ?, false)")) {
      statement.setString(1, beneficiary);
      statement.execute();
    } catch (SQLException e) {
      throw new RowSecurityException(e);
    }
  }

  /** The database could not be told; the connection must not be used. */
  static class RowSecurityException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RowSecurityException(SQLException cause) {
      super("could not tell the database whom the connection is used for", cause);
    }
  }
}
