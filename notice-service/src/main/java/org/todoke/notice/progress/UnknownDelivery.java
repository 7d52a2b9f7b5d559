package org.todoke.notice.progress;

/**
 * An answer to a delivery that is not here. It was asked for by an event of this service, so it
 * takes a fault to get there (a database restored to an earlier day): the key is parked until
 * somebody has looked.
 */
class UnknownDelivery extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownDelivery() {
    super("an answer to a delivery that is not here");
  }
}
