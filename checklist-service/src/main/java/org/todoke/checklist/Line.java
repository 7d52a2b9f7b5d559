package org.todoke.checklist;

import java.util.Optional;
import java.util.regex.Pattern;
import org.todoke.contracts.OrganizationCode;

/**
 * On which of an establishment's lines an organisation stands. The one place that decides whose
 * assignments a query may see: each line is a column of {@code assignment} that holds the code of
 * the organisation there. Ministries, divisions and associations stand on none; they get figures,
 * not answers.
 */
public enum Line {
  ESTABLISHMENT("establishment"),
  CORPORATION("corporation"),
  MUNICIPALITY("municipality"),
  PREFECTURE("prefecture");

  /** 全国地方公共団体コード: the third to fifth digit are zero for prefectures only. */
  private static final Pattern PREFECTURE_CODE = Pattern.compile("\\d{2}000\\d");

  private final String column;

  Line(String column) {
    this.column = column;
  }

  public static Optional<Line> of(OrganizationCode code) {
    return switch (code.scheme()) {
      case KJ -> Optional.of(ESTABLISHMENT);
      case CN, OP -> Optional.of(CORPORATION);
      case LG ->
          Optional.of(PREFECTURE_CODE.matcher(code.number()).matches() ? PREFECTURE : MUNICIPALITY);
      case GO -> Optional.empty();
    };
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
