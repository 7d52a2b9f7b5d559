package org.todoke.registry.importing.reading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a list of establishments is about, with the headers it goes by: those of the
 * three published layouts, and those that municipalities were seen to write instead.
 */
public enum Column {
  MUNICIPALITY_CODE("都道府県コード又は市町村コード", "都道府県コード又は市区町村コード", "全国地方公共団体コード", "市区町村コード", "市町村コード"),
  LIST_NUMBER("No", "ID", "番号"),
  PREFECTURE("都道府県名"),
  MUNICIPALITY("市区町村名", "市町村名"),
  NAME("事業所名", "介護サービス事業所名称", "事業所名称", "事業所の名称", "名称"),
  NAME_KANA("事業所名カナ", "介護サービス事業所名称_カナ", "事業所名称_カナ", "事業所名_カナ", "名称_カナ", "名称カナ"),
  SERVICE("サービスの種類", "実施サービス", "サービス種類", "サービス種別"),
  ADDRESS("住所", "所在地_連結表記", "所在地"),
  ADDRESS_CODE("所在地_全国地方公共団体コード"),
  ADDRESS_PREFECTURE("所在地_都道府県"),
  ADDRESS_MUNICIPALITY("所在地_市区町村"),
  ADDRESS_TOWN("所在地_町字"),
  ADDRESS_REST("所在地_番地以下"),
  BUILDING("方書（ビル名等）", "方書", "建物名等(方書)", "建物名等_方書", "建物名等"),
  LATITUDE("緯度"),
  LONGITUDE("経度"),
  POSTCODE("郵便番号"),
  TELEPHONE("電話番号"),
  EXTENSION("内線番号"),
  FAX("FAX番号", "ファクス番号", "ファックス番号"),
  CORPORATE_NUMBER("法人番号"),
  CORPORATION("法人の名称", "法人名称", "法人名"),
  ESTABLISHMENT_NUMBER("事業所番号", "介護保険事業所番号"),
  DAYS("利用可能曜日"),
  DAYS_NOTE("利用可能曜日特記事項"),
  CAPACITY("定員"),
  URL("URL"),
  WITH_DISABILITY_CARE("高齢者の方と障害者の方が同時一体的に利用できるサービス"),
  CARE_STANDARD("介護保険の通常の指定基準を満たしている"),
  DISABILITY_STANDARD("障害福祉の通常の指定基準を満たしている"),
  REMARKS("備考");

  private static final Map<String, Column> BY_HEADER = byHeader();

  private final List<String> headers;

  Column(String... headers) {
    this.headers = List.of(headers);
  }

  /** The column with this header, in whatever width, case and spacing; null if none has it. */
  static @Nullable Column of(String header) {
    return BY_HEADER.get(key(header));
  }

  /** The first of its headers, to name it where a file does not have it. */
  String usualHeader() {
    return headers.get(0);
  }

  /** A header without what files write differently: width, case, white space, byte order mark. */
  static String key(String header) {
    String plain = Normalizer.normalize(header, Normalizer.Form.NFKC);
    StringBuilder key = new StringBuilder(plain.length());
    plain
        .codePoints()
        .filter(
            c ->
                !Character.isWhitespace(c)
                    && !Character.isSpaceChar(c)
                    && !Character.isISOControl(c)
                    && c != '\uFEFF')
        .forEach(key::appendCodePoint);
    return key.toString().toUpperCase(Locale.ROOT);
  }

  private static Map<String, Column> byHeader() {
    Map<String, Column> map = new HashMap<>();
    for (Column column : values()) {
      for (String header : column.headers) {
        map.put(key(header), column);
      }
    }
    return Map.copyOf(map);
  }
}
