package org.todoke.registry.importing.reading;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The published layouts that are understood. */
public enum SourceFormat {
  /** 介護サービス情報公表システム オープンデータ: 24 columns, one national file per kind of service. */
  MHLW_OPEN_DATA(
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
      "備考"),

  /** 推奨データセット 「介護サービス事業所一覧」 (2017–2022): 22 columns, one file per government. */
  RECOMMENDED_DATA_SET(
      "都道府県コード又は市区町村コード",
      "NO",
      "都道府県名",
      "市区町村名",
      "介護サービス事業所名称",
      "介護サービス事業所名称_カナ",
      "実施サービス",
      "住所",
      "方書",
      "緯度",
      "経度",
      "電話番号",
      "内線番号",
      "FAX番号",
      "法人番号",
      "法人の名称",
      "事業所番号",
      "利用可能曜日",
      "利用可能曜日特記事項",
      "定員",
      "URL",
      "備考"),

  /** 自治体標準オープンデータセット 「介護サービス事業所一覧」 (from 2023); its order is nowhere fixed. */
  MUNICIPAL_STANDARD(
      "全国地方公共団体コード",
      "ID",
      "地方公共団体名",
      "介護サービス事業所名称",
      "介護サービス事業所名称_カナ",
      "介護サービス事業所名称_英字",
      "実施サービス",
      "所在地_全国地方公共団体コード",
      "町字ID",
      "所在地_連結表記",
      "所在地_都道府県",
      "所在地_市区町村",
      "所在地_町字",
      "所在地_番地以下",
      "建物名等(方書)",
      "緯度",
      "経度",
      "郵便番号",
      "電話番号",
      "FAX番号",
      "法人番号",
      "法人の名称",
      "事業所番号",
      "利用可能曜日",
      "利用可能曜日特記事項",
      "定員",
      "URL",
      "備考"),

  /** 国税庁法人番号公表サイト: 30 columns without a header; the headers here are the names of its elements. */
  NTA_CORPORATE_NUMBERS(
      "sequenceNumber",
      "corporateNumber",
      "process",
      "correct",
      "updateDate",
      "changeDate",
      "name",
      "nameImageId",
      "kind",
      "prefectureName",
      "cityName",
      "streetNumber",
      "addressImageId",
      "prefectureCode",
      "cityCode",
      "postCode",
      "addressOutside",
      "addressOutsideImageId",
      "closeDate",
      "closeCause",
      "successorCorporateNumber",
      "changeCause",
      "assignmentDate",
      "latest",
      "enName",
      "enPrefectureName",
      "enCityName",
      "enAddressOutside",
      "furigana",
      "hihyoji");

  private final List<String> headers;
  private final Set<String> keys;

  SourceFormat(String... headers) {
    this.headers = List.of(headers);
    this.keys = this.headers.stream().map(Column::key).collect(Collectors.toUnmodifiableSet());
  }

  /** As published, in the published order. */
  public List<String> headers() {
    return headers;
  }

  /** How many of these headers are its own. */
  int hits(Collection<String> headersOfAFile) {
    return (int) headersOfAFile.stream().map(Column::key).distinct().filter(keys::contains).count();
  }
}
