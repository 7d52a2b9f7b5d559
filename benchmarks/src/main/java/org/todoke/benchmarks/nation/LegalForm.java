package org.todoke.benchmarks.nation;

import java.util.Arrays;

/**
 * Legal forms and their shares of the rows: companies 51 %, social welfare 22 %, medical 14 %,
 * non-profit 2 %, others 5 %, set to 100; companies among themselves as in the 27 files that were
 * read. Local governments run establishments too, but their numbers can be computed from their
 * codes, so none is in a nation whose numbers belong to nobody.
 */
enum LegalForm {
  KABUSHIKI("株式会社", "カブシキガイシャ", "01", 37.3, "㈱", "(株)", "（株）"),
  YUGEN("有限会社", "ユウゲンガイシャ", "02", 13.7, "㈲", "(有)", "（有）"),
  GODO("合同会社", "ゴウドウガイシャ", "03", 3.2, "(同)", "（同）"),
  FUKUSHI("社会福祉法人", "シャカイフクシホウジン", "05", 23.4, "(福)", "（福）"),
  IRYO("医療法人", "イリョウホウジン", "05", 14.9, "(医)", "（医）"),
  NPO("特定非営利活動法人", "トクテイヒエイリカツドウホウジン", "05", 2.2, "NPO法人", "ＮＰＯ法人"),
  IPPAN("一般社団法人", "イッパンシャダンホウジン", "05", 2.8, "(一社)", "（一社）"),
  SEIKYO("生活協同組合", "セイカツキョウドウクミアイ", "05", 2.5, "生協", "生活協同組合");

  private static final double ALL = Arrays.stream(values()).mapToDouble(f -> f.share).sum();

  private final String label;
  private final String kana;
  private final String kind;
  private final double share;
  private final String[] shortForms;

  LegalForm(String label, String kana, String kind, double share, String... shortForms) {
    this.label = label;
    this.kana = kana;
    this.kind = kind;
    this.share = share;
    this.shortForms = shortForms;
  }

  String label() {
    return label;
  }

  String kana() {
    return kana;
  }

  /** Fifth and sixth digit of the number proper, as the register of companies gives them. */
  String kind() {
    return kind;
  }

  /** Of the whole, from 0 to 1. */
  double share() {
    return share / ALL;
  }

  String shortForm(Dice dice) {
    return dice.oneOf(shortForms);
  }

  static LegalForm draw(Dice dice) {
    double point = dice.share() * ALL;
    for (LegalForm form : values()) {
      point -= form.share;
      if (point < 0) {
        return form;
      }
    }
    return KABUSHIKI;
  }
}
