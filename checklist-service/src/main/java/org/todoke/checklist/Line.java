package org.todoke.checklist;

import java.util.Optional;
import java.util.regex.Pattern;
import org.todoke.contracts.OrganizationCode;

/**
 * On which of an establishment's lines an organisation stands. The one place that decides whose
 * assignments a query may see: each line is a column of {@code assignment} that holds the code of
 * the organisation there. Ministries, divisions, unions and associations stand on none; they get
 * figures, not answers.
 */
public enum Line {
  ESTABLISHMENT("establishment"),
  CORPORATION("corporation"),
  MUNICIPALITY("municipality"),
  PREFECTURE("prefecture");

  /** 全国地方公共団体コード: the third to fifth digit are zero for prefectures only. */
  private static final Pattern PREFECTURE_CODE = Pattern.compile("\\d{2}000\\d");

  /** Bodies of several local governments are numbered from 800; they are beside the line. */
  private static final Pattern UNION_CODE = Pattern.compile("\\d{2}[89]\\d{3}");

  private final String column;

  Line(String column) {
    this.column = column;
  }

  public static Optional<Line> of(OrganizationCode code) {
    return switch (code.scheme()) {
      case KJ -> Optional.of(ESTABLISHMENT);
      case CN, OP -> Optional.of(CORPORATION);
      case LG -> ofLocalGovernment(code.number());
      case GO -> Optional.empty();
    };
  }

  private static Optional<Line> ofLocalGovernment(String number) {
    if (UNION_CODE.matcher(number).matches()) {
      return Optional.empty();
    }
    return Optional.of(PREFECTURE_CODE.matcher(number).matches() ? PREFECTURE : MUNICIPALITY);
  }

  /** Never from outside, so that it may stand in a query. */
  public String column() {
    return column;
  }

  /** The one who has to answer, or the one who is responsible for it. */
  public boolean isOperator() {
    return this == ESTABLISHMENT || this == CORPORATION;
  }
}
