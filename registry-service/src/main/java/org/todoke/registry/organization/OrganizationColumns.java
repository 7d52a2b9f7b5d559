package org.todoke.registry.organization;

/** Columns that the table of organisations and that of their history have alike. */
public final class OrganizationColumns {

  /** What a row of the history says of an organisation beside its code and its validity. */
  public static final String IN_HISTORY =
      "seq, name, name_kana, parent, prefecture, municipality, corporation, services, state,"
          + " address, building, latitude, longitude, ward, listing";

  private OrganizationColumns() {}
}
