package org.todoke.benchmarks.nation;

import org.todoke.benchmarks.nation.Names.Name;

/** What a corporation is called, and how a row spells it. */
final class Corporations {

  /** Corporations that have the name of another one under another number. */
  private static final double HOMONYMS = 0.03;

  private static final Name[] WIDE = Names.words("２１ ニジュウイチ ２４ ニジュウヨン ＡＢＣ エービーシー Ｗｉｔｈ ウィズ");

  private static final double FORM_LAST = 0.25;

  private final Plan plan;
  private final long seed;

  Corporations(Plan plan, long seed) {
    this.plan = plan;
    this.seed = seed;
  }

  private Dice dice(int corporation) {
    return Dice.of(seed, corporation, 1000);
  }

  LegalForm form(int corporation) {
    return LegalForm.draw(dice(corporation));
  }

  /** 法人番号; empty for one that never gives its own. */
  String number(int corporation) {
    return plan.isNumberless(corporation) ? "" : Numbers.corporate(form(corporation), corporation);
  }

  /** Without the legal form. */
  Name core(int corporation) {
    Dice dice = dice(corporation);
    LegalForm.draw(dice);
    boolean homonym = dice.happens(HOMONYMS) && !plan.isNumberless(corporation);
    Name core = Names.core(homonym ? corporation / 2 : corporation);
    return dice.happens(Rates.CORPORATION_WIDE) ? core.before(dice.oneOf(WIDE)) : core;
  }

  String name(int corporation) {
    return joined(corporation, form(corporation).label(), "", core(corporation).text());
  }

  /**
   * As a row writes it: the name itself, or one of the spellings that this corporation is written
   * in.
   *
   * @param facility name of the establishment, which some write in the place of the corporation's
   */
  String spelled(int corporation, String facility, Dice row) {
    Dice dice = Dice.of(seed, corporation, 1001);
    if (plan.rowsOf(corporation) < 2
        || !dice.happens(Rates.SEVERAL_SPELLINGS)
        || row.happens(0.5)) {
      return name(corporation);
    }
    LegalForm form = form(corporation);
    String core = core(corporation).text();
    double point = row.share();
    // Four in five differ in spaces and width only. Without a number, a name must stay one name.
    if (point < 0.82 || plan.isNumberless(corporation)) {
      return joined(corporation, form.label(), row.happens(0.85) ? "　" : " ", core);
    }
    if (point < 0.93) {
      return joined(corporation, form.shortForm(row), row.happens(0.2) ? "　" : "", core);
    }
    if (point < 0.97) {
      return core;
    }
    return point < 0.985 ? facility : name(corporation).replace('ー', '-');
  }

  private String joined(int corporation, String form, String between, String core) {
    boolean last = Dice.of(seed, corporation, 1002).happens(FORM_LAST);
    return last
            && form(corporation).kind().startsWith("0")
            && !form(corporation).kind().equals("05")
        ? core + between + form
        : form + between + core;
  }
}
