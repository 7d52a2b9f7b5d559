package org.todoke.registry.importing.rows;

/** Everything that can be found in a row, with its stable code and how grave it is. */
public enum Reason {
  TOO_FEW_CELLS("row.too-few-cells", Outcome.REJECTED),
  TOO_MANY_CELLS("row.too-many-cells", Outcome.REJECTED),
  SHORT_ROW("row.short", Outcome.WARNED),

  FORMULA("cell.formula", Outcome.WARNED),
  DATE_CELL("cell.date", Outcome.WARNED),
  ERROR_CELL("cell.error", Outcome.WARNED),

  RADICAL("text.radical", Outcome.REPAIRED),
  REPLACEMENT_CHARACTER("text.replacement-character", Outcome.WARNED),
  PRIVATE_CHARACTER("text.private-character", Outcome.WARNED),

  NUMBER_MISSING("establishment-number.missing", Outcome.REJECTED),
  NUMBER_MALFORMED("establishment-number.malformed", Outcome.REJECTED),
  NUMBER_REPAIRED("establishment-number.repaired", Outcome.REPAIRED),
  NUMBER_CHECK_DIGIT("establishment-number.check-digit", Outcome.WARNED),
  NUMBER_OTHER_PREFECTURE("establishment-number.other-prefecture", Outcome.WARNED),

  MUNICIPALITY_MISSING("municipality-code.missing", Outcome.REJECTED),
  MUNICIPALITY_PLACEHOLDER("municipality-code.placeholder", Outcome.REJECTED),
  MUNICIPALITY_UNKNOWN("municipality-code.unknown", Outcome.REJECTED),
  NORTHERN_TERRITORIES("municipality-code.northern-territories", Outcome.REJECTED),
  MUNICIPALITY_RETIRED_AMBIGUOUS("municipality-code.retired-ambiguous", Outcome.REJECTED),
  MUNICIPALITY_OF_PREFECTURE("municipality-code.of-prefecture", Outcome.REPAIRED),
  MUNICIPALITY_REPAIRED("municipality-code.repaired", Outcome.REPAIRED),
  MUNICIPALITY_RETIRED("municipality-code.retired", Outcome.REPAIRED),
  MUNICIPALITY_FROM_NAME("municipality-code.from-name", Outcome.WARNED),
  MUNICIPALITY_OTHER_NAME("municipality.other-name", Outcome.WARNED),
  PREFECTURE_OTHER_NAME("prefecture.other-name", Outcome.WARNED),

  SERVICE_MISSING("service.missing", Outcome.REJECTED),
  SERVICE_UNKNOWN("service.unknown", Outcome.REJECTED),
  SERVICE_UNKNOWN_AMONG("service.unknown-among", Outcome.WARNED),

  NAME_MISSING("name.missing", Outcome.REJECTED),
  NAME_TOO_LONG("name.too-long", Outcome.REJECTED),
  KANA_TOO_LONG("name-kana.too-long", Outcome.WARNED),

  ADDRESS_IN_OTHER_COLUMN("address.in-other-column", Outcome.REPAIRED),
  POSTCODE_MALFORMED("postcode.malformed", Outcome.WARNED),
  LOCATION_ZERO("location.zero", Outcome.REPAIRED),
  LOCATION_SWAPPED("location.swapped", Outcome.REPAIRED),
  LOCATION_OUTSIDE_JAPAN("location.outside-japan", Outcome.WARNED),
  LOCATION_MALFORMED("location.malformed", Outcome.WARNED),

  TELEPHONE_REPAIRED("telephone.repaired", Outcome.REPAIRED),
  TELEPHONE_MALFORMED("telephone.malformed", Outcome.WARNED),
  FAX_REPAIRED("fax.repaired", Outcome.REPAIRED),
  FAX_MALFORMED("fax.malformed", Outcome.WARNED),
  URL_REPAIRED("url.repaired", Outcome.REPAIRED),
  URL_MAIL_ADDRESS("url.mail-address", Outcome.WARNED),
  URL_MALFORMED("url.malformed", Outcome.WARNED),

  CORPORATE_NUMBER_REPAIRED("corporate-number.repaired", Outcome.REPAIRED),
  CORPORATE_NUMBER_CHECK_DIGIT("corporate-number.check-digit", Outcome.WARNED),
  CORPORATE_NUMBER_LOST_DIGITS("corporate-number.lost-digits", Outcome.WARNED),
  CORPORATE_NUMBER_MALFORMED("corporate-number.malformed", Outcome.WARNED),
  CORPORATION_MISSING("corporation.missing", Outcome.WARNED),
  CORPORATION_NAME_TOO_LONG("corporation.name-too-long", Outcome.WARNED),

  DAYS_UNKNOWN("days.unknown", Outcome.WARNED),
  CAPACITY_REPAIRED("capacity.repaired", Outcome.REPAIRED),
  CAPACITY_MALFORMED("capacity.malformed", Outcome.WARNED),

  CORPORATION_NUMBER_INVALID("corporation.number-invalid", Outcome.REJECTED),
  CORPORATION_NOT_LATEST("corporation.not-latest", Outcome.REJECTED),
  CORPORATION_HIDDEN("corporation.hidden", Outcome.REJECTED),
  CORPORATION_PROCESS_UNKNOWN("corporation.process-unknown", Outcome.WARNED),
  CORPORATION_KIND_UNKNOWN("corporation.kind-unknown", Outcome.WARNED),
  CORPORATION_DATE_MALFORMED("corporation.date-malformed", Outcome.WARNED),
  CORPORATION_PLACE_UNKNOWN("corporation.place-unknown", Outcome.WARNED),
  CORPORATION_NAME_IMAGE("corporation.name-image", Outcome.WARNED);

  private final String code;
  private final Outcome severity;

  Reason(String code, Outcome severity) {
    this.code = code;
    this.severity = severity;
  }

  /** Stable; also the key of its text. */
  public String code() {
    return code;
  }

  /** What a row with such a finding becomes, if it has no graver one. */
  public Outcome severity() {
    return severity;
  }
}
