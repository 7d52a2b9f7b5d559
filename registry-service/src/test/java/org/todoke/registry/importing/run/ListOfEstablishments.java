package org.todoke.registry.importing.run;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes files in the layout of the ministry's open data, with rows that nobody has. */
final class ListOfEstablishments {

  private static final String HEADER =
      "都道府県コード又は市町村コード,No,都道府県名,市区町村名,事業所名,事業所名カナ,サービスの種類,住所,方書（ビル名等）,緯度,経度,電話番号,FAX番号,"
          + "法人番号,法人の名称,事業所番号,利用可能曜日,利用可能曜日特記事項,定員,URL,"
          + "高齢者の方と障害者の方が同時一体的に利用できるサービス,介護保険の通常の指定基準を満たしている,障害福祉の通常の指定基準を満たしている,備考";

  static final String MIKAN = "3870498015";
  static final String HELPERS = "3870498023";
  static final String MIKAN_CORPORATION = "3999905000001";

  private final List<String> rows = new ArrayList<>();

  static ListOfEstablishments empty() {
    return new ListOfEstablishments();
  }

  /** Two day services of one corporation in 八幡浜市, as clean as rows can be. */
  static ListOfEstablishments ofTwo() {
    return empty().with(row(MIKAN).build()).with(row(HELPERS).named("デイ架空").build());
  }

  ListOfEstablishments with(String row) {
    rows.add(row);
    return this;
  }

  byte[] bytes() {
    return bytes(StandardCharsets.UTF_8);
  }

  byte[] bytes(Charset charset) {
    return (HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(charset);
  }

  static Row row(String number) {
    return new Row(number);
  }

  /** One row. */
  static final class Row {
    private final String number;
    private String code = "382043";
    private String prefecture = "愛媛県";
    private String municipality = "八幡浜市";
    private String name = "デイサービスみかんの丘";
    private String service = "通所介護";
    private String address = "愛媛県八幡浜市架空町1-2-3";
    private String telephone = "0894-00-0001";
    private String fax = "0894-00-0002";
    private String corporation = MIKAN_CORPORATION;
    private String corporationName = "社会福祉法人架空みかん会";
    private String capacity = "25";

    private Row(String number) {
      this.number = number;
    }

    Row named(String value) {
      name = value;
      return this;
    }

    Row offering(String value) {
      service = value;
      return this;
    }

    Row at(String value) {
      address = value;
      return this;
    }

    Row in(String itsCode, String itsPrefecture, String itsName) {
      code = itsCode;
      prefecture = itsPrefecture;
      municipality = itsName;
      return this;
    }

    Row reachedBy(String itsTelephone, String itsFax) {
      telephone = itsTelephone;
      fax = itsFax;
      return this;
    }

    Row runBy(String itsNumber, String itsName) {
      corporation = itsNumber;
      corporationName = itsName;
      return this;
    }

    Row forPersons(String value) {
      capacity = value;
      return this;
    }

    String build() {
      return String.join(
          ",",
          code,
          number,
          prefecture,
          municipality,
          name,
          "カクウ",
          service,
          address,
          "",
          "33.463",
          "132.423",
          telephone,
          fax,
          corporation,
          corporationName,
          number,
          "\"平日,土曜日\"",
          "",
          capacity,
          "https://example.jp/",
          "",
          "",
          "",
          "");
    }
  }
}
