package org.todoke.notice.attempt;

/**
 * An attempt about a delivery that is not here. It was made for an event of this service, so it
 * takes a fault to get there (a database restored to an earlier day): the key is parked until
 * somebody has looked.
 */
class UnknownDelivery extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownDelivery() {
    super("an attempt about a delivery that is not here");
  }
}
