package org.todoke.benchmarks.nation;

import java.util.Set;
import org.todoke.benchmarks.nation.Names.Name;

/** Makes the 24 cells of a row, from the numbers of its establishment and service alone. */
final class Rows {

  static final String[] HEADER = {
    "都道府県コード又は市町村コード",
    "No",
    "都道府県名",
    "市区町村名",
    "事業所名",
    "事業所名カナ",
    "サービスの種類",
    "住所",
    "方書（ビル名等）",
    "緯度",
    "経度",
    "電話番号",
    "FAX番号",
    "法人番号",
    "法人の名称",
    "事業所番号",
    "利用可能曜日",
    "利用可能曜日特記事項",
    "定員",
    "URL",
    "高齢者の方と障害者の方が同時一体的に利用できるサービス",
    "介護保険の通常の指定基準を満たしている",
    "障害福祉の通常の指定基準を満たしている",
    "備考"
  };

  /** Where every number of the categories 1 and 5 checks over its last seven characters only. */
  private static final Set<String> MEDICAL_DIGITS = Set.of("11", "12", "13", "14");

  private static final String[] DAYS = {
    "平日,土曜日,祝日",
    "平日,土曜日,祝日",
    "平日,土曜日,祝日",
    "平日,土曜日,祝日",
    "平日,土曜日,祝日",
    "平日,祝日",
    "平日,祝日",
    "平日,祝日",
    "平日",
    "平日,土曜日,日曜日,祝日"
  };
  private static final String[] DAYS_NOTES = {
    "年末年始（12月29日～1月3日）は休業", "祝日は要相談", "24時間365日対応", "お盆・年末年始を除く", "土曜日は午前のみ", "日曜・祝日休み"
  };
  private static final String[] SHARED = {
    "なし,通常の指定,なし", "なし,通常の指定,なし", "なし,,", "なし,,", "あり,通常の指定,共生型", "あり,通常の指定,通常の指定"
  };

  private final Plan plan;
  private final long seed;
  private final Edition edition;
  private final Corporations corporations;

  Rows(Plan plan, long seed, Edition edition) {
    this.plan = plan;
    this.seed = seed;
    this.edition = edition;
    this.corporations = new Corporations(plan, seed);
  }

  Fate fate(int establishment) {
    // A new one has had no time to change.
    return establishment < plan.establishments(Edition.FIRST)
        ? Fate.of(edition, Dice.of(seed, establishment, 9))
        : Fate.SAME;
  }

  String number(int establishment) {
    Municipality place = plan.municipality(establishment);
    char category = plan.bundle(establishment).category();
    boolean medical =
        (category == '1' || category == '5') && MEDICAL_DIGITS.contains(place.prefectureDigits());
    String number =
        Numbers.establishment(
            place.prefectureDigits(),
            category,
            place.region(),
            plan.nthOfItsKind(establishment),
            medical);
    boolean spoilt = Dice.of(seed, establishment, 8).happens(Rates.ESTABLISHMENT_NUMBER_SPOILT);
    return spoilt ? Numbers.spoiltEstablishment(number) : number;
  }

  /**
   * @param position of the service among those of the establishment, from 0
   */
  String[] cells(int establishment, int position) {
    Fate fate = fate(establishment);
    CareService service = plan.services.get(plan.bundle(establishment).services()[position]);
    Place place =
        new Place(
            plan.municipality(establishment),
            Dice.of(seed, establishment, fate == Fate.MOVED ? 13 : 12));
    Dice row = Dice.of(seed, establishment, 20 + position);
    Name name = name(establishment, position, fate);
    String number = number(establishment);
    String[] cells = new String[HEADER.length];
    cells[0] = place.code();
    cells[1] = number;
    cells[2] = place.prefecture();
    cells[3] = place.municipality();
    cells[4] = written(name.text(), row);
    cells[5] = name.kana();
    cells[6] = service.name();
    cells[7] = place.address(row);
    cells[8] = place.building();
    String[] coordinates = place.coordinates(row);
    cells[9] = coordinates[0];
    cells[10] = coordinates[1];
    cells[11] = Telephone.written(place.telephone(), row);
    cells[12] = row.happens(Rates.FAX_MISSING) ? "" : Telephone.written(place.fax(), row);
    operator(establishment, position, cells, Dice.of(seed, establishment, 50 + position));
    cells[15] = number;
    offer(service, fate, cells, Dice.of(seed, establishment, 80 + position));
    cells[23] = "";
    return cells;
  }

  private Name name(int establishment, int position, Fate fate) {
    Bundle bundle = plan.bundle(establishment);
    Dice dice = Dice.of(seed, establishment, fate == Fate.RENAMED ? 11 : 10);
    boolean byService = dice.happens(Rates.NAMED_BY_SERVICE);
    Name nick =
        dice.happens(0.5) ? corporations.core(plan.corporation(establishment)) : Names.nick(dice);
    boolean labelFirst = dice.happens(0.6);
    Name between = dice.happens(0.2) ? new Name("　", "　") : new Name("", "");
    Municipality municipality = plan.municipality(establishment);
    Name branch =
        dice.happens(0.3)
            ? new Name(municipality.stem(), municipality.stemKana())
            : new Name("", "");
    Name label =
        Labels.draw(plan.services.get(bundle.services()[byService ? position : 0]).file(), dice);
    return labelFirst
        ? label.before(between).before(nick).before(branch)
        : nick.before(between).before(label).before(branch);
  }

  private static String written(String name, Dice row) {
    if (row.happens(Rates.NAME_NARROW_KANA)) {
      return Spelling.narrowKana(name);
    }
    return row.happens(Rates.OLD_VU) ? name.replace('ヴ', 'ゔ') : name;
  }

  private void operator(int establishment, int position, String[] cells, Dice row) {
    int corporation = plan.corporation(establishment);
    boolean anchor = position == 0 && plan.isAnchor(establishment);
    String number = corporations.number(corporation);
    if (anchor) {
      cells[13] = number;
      cells[14] = corporations.name(corporation);
      return;
    }
    if (row.happens(Rates.CORPORATION_MISSING)) {
      cells[13] = "";
      cells[14] = "";
      return;
    }
    boolean spoilt = !number.isEmpty() && row.happens(Rates.CORPORATE_NUMBER_SPOILT);
    cells[13] = spoilt ? Numbers.spoiltCorporate(number) : number;
    cells[14] = corporations.spelled(corporation, cells[4], row);
  }

  private static void offer(CareService service, Fate fate, String[] cells, Dice row) {
    cells[16] = row.happens(Rates.DAYS) ? row.oneOf(DAYS) : "";
    cells[17] = row.happens(Rates.DAYS_NOTE) ? row.oneOf(DAYS_NOTES) : "";
    int capacity = service.file().startsWith("5") ? 29 + row.below(90) : 9 + row.below(30);
    double point = row.share();
    if (fate == Fate.CHANGED) {
      // Above what any had before, so that it differs whatever that was.
      cells[18] = Integer.toString(120 + capacity);
    } else if (point < Rates.CAPACITY_ZERO) {
      cells[18] = "0";
    } else {
      cells[18] =
          point < Rates.CAPACITY_ZERO + Rates.CAPACITY_MISSING ? "" : Integer.toString(capacity);
    }
    cells[19] = row.happens(Rates.URL) ? url(row) : "";
    String[] shared =
        row.happens(Rates.SHARED_SERVICE)
            ? row.oneOf(SHARED).split(",", -1)
            : new String[] {"", "", ""};
    System.arraycopy(shared, 0, cells, 20, 3);
  }

  /** Below the domain that is kept for examples. */
  private static String url(Dice row) {
    String host = "care" + row.below(40_000) + ".example.com";
    if (!row.happens(Rates.URL_FAULTY)) {
      return (row.happens(0.7) ? "https://" : "http://") + host + "/";
    }
    return switch (row.below(8)) {
      case 0 -> "http//" + host;
      case 1 -> "https://" + host.replace(".com", ",com");
      case 2 -> "info@" + host;
      case 3 -> row.happens(0.5) ? "準備中" : "なし";
      default -> "www." + host;
    };
  }
}
