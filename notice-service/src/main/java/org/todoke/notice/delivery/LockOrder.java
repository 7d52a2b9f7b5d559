package org.todoke.notice.delivery;

/** In which order deliveries are locked by whoever is about to change many. */
public final class LockOrder {

  /**
   * Downwards through the tiers, for a table {@code delivery d}, so that no two wait for each other
   * in a circle: whoever passes a notice on holds its own delivery before those of its children.
   */
  public static final String SQL =
      """
      array_position(array['prefecture', 'municipality', 'union', 'association', 'corporation',
        'establishment'], d.tier), d.notice_id, d.organization
      """;

  private LockOrder() {}
}
