package org.todoke.benchmarks.nation;

import org.jspecify.annotations.Nullable;

/** Where an establishment is and how it is reached, as the files say it. */
final class Place {

  private static final String[] TOWNS = {
    "本町", "中央", "栄町", "緑町", "桜町", "旭町", "泉町", "元町", "若葉町", "青葉台", "東町", "西町", "南町", "北町", "新町",
    "上町", "下町", "大山町", "小川町", "竹原町", "日の出町", "月見ケ丘", "美里", "木の下", "ヒルズタウン", "ニュータウン", "大字架空", "架空町"
  };
  private static final String[] BUILDINGS = {"ビル", "マンション", "ハイツ", "コーポ", "会館", "プラザ"};

  /** Half the side of the square around the office in which everything lies, in degrees. */
  private static final double AROUND = 0.04;

  private static final int DECIMALS_OF_A_CELL = 15;

  private final Municipality place;
  private final Municipality.@Nullable Ward ward;
  private final String town;
  private final String lot;
  private final String building;
  private final long latitude;
  private final long longitude;
  private final String telephone;
  private final String fax;

  Place(Municipality place, Dice dice) {
    this.place = place;
    ward = place.wards().isEmpty() ? null : place.wards().get(dice.below(place.wards().size()));
    town = dice.oneOf(TOWNS);
    lot = lot(1 + dice.below(9), 1 + dice.below(30), 1 + dice.below(40), dice.below(4));
    building =
        dice.happens(Rates.BUILDING)
            ? Names.nick(dice).text() + dice.oneOf(BUILDINGS) + (1 + dice.below(9)) + "階"
            : "";
    latitude = around(ward == null ? place.latitude() : ward.latitude(), dice);
    longitude = around(ward == null ? place.longitude() : ward.longitude(), dice);
    // A local number never begins with 0, so nobody is called by these.
    String local = "0" + (200 + Integer.parseInt(place.code()) % 700) + "-00-";
    telephone = local + (1000 + dice.below(9000));
    fax = local + (1000 + dice.below(9000));
  }

  private static String lot(int block, int house, int number, int form) {
    return switch (form) {
      case 0 -> block + "丁目" + house + "番" + number + "号";
      case 1 -> block + "丁目" + house + "-" + number;
      case 2 -> block + "-" + house + "-" + number;
      default -> house * number + "番地" + block;
    };
  }

  /** Ten-millionths of a degree. */
  private static long around(double office, Dice dice) {
    return Math.round((office + AROUND * (2 * dice.share() - 1)) * 1e7);
  }

  String code() {
    return ward == null ? place.code() : ward.code();
  }

  String prefecture() {
    return place.prefecture();
  }

  String municipality() {
    return place.nameInFiles() + (ward == null ? "" : ward.name());
  }

  String address(Dice row) {
    String address =
        (row.happens(Rates.ADDRESS_WITH_PREFECTURE) ? prefecture() : "")
            + municipality()
            + town
            + lot
            + (building.isEmpty() || row.happens(0.5) ? "" : building);
    if (row.happens(Rates.ADDRESS_NARROW_KANA)) {
      return Spelling.narrowKana(town.endsWith("タウン") ? address : address + "ビル");
    }
    if (row.happens(Rates.RADICALS)) {
      return Spelling.withRadicals(address + "⽇");
    }
    return row.happens(Rates.ADDRESS_WIDE) ? Spelling.wide(address) : address;
  }

  String building() {
    return building;
  }

  /** Latitude and longitude, most of them right. */
  String[] coordinates(Dice row) {
    double point = row.share();
    if (point < Rates.COORDINATES_ZERO) {
      return new String[] {"0.000000000000000", "0.000000000000000"};
    }
    int noise = row.below(100_000_000);
    String north = degrees(latitude, noise);
    String east = degrees(longitude, noise);
    if (point < Rates.COORDINATES_ZERO + Rates.COORDINATES_ELSEWHERE) {
      // The one for the other, or a digit too few.
      return row.happens(0.5)
          ? new String[] {east, north}
          : new String[] {north.substring(1), east};
    }
    return new String[] {north, east};
  }

  private static String degrees(long tenMillionths, int noise) {
    StringBuilder text = new StringBuilder(20);
    text.append(tenMillionths / 10_000_000).append('.');
    String seven = Long.toString(10_000_000 + tenMillionths % 10_000_000).substring(1);
    text.append(seven);
    String rest = noise % 3 == 0 ? "00000000" : Integer.toString(100_000_000 + noise).substring(1);
    return text.append(rest, 0, DECIMALS_OF_A_CELL - seven.length()).toString();
  }

  String telephone() {
    return telephone;
  }

  String fax() {
    return fax;
  }
}
