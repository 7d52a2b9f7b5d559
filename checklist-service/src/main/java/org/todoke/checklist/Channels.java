package org.todoke.checklist;

/**
 * The channels on which this service listens; {@code application.properties} ties them to topics.
 */
public final class Channels {

  public static final String ORGANIZATIONS = "organizations";
  public static final String DELIVERIES = "deliveries";
  public static final String NOTICES = "notices";

  private Channels() {}
}
