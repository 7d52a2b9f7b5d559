package org.todoke.messaging;

import java.sql.SQLException;

/** The database did not do what it was asked; the cause says why. */
class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseFailure(String what, SQLException cause) {
    super(what, cause);
  }
}
