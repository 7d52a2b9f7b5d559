package org.todoke.registry.export;

import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.Channel;
import org.todoke.contracts.OrganizationCode;
import org.todoke.registry.organization.OrganizationView;

/** The columns of a list of organisations, in their order. */
enum Column {
  CODE("code", "コード", (o, names) -> o.code()),
  KIND("kind", "種別", (o, names) -> o.kind().wireName()),
  NAME("name", "名称", (o, names) -> o.name()),
  NAME_KANA("nameKana", "名称カナ", (o, names) -> o.nameKana()),
  STATE("state", "状態", (o, names) -> o.state().wireName()),
  VALID_FROM("validFrom", "開始日", (o, names) -> o.validFrom()),
  VALID_TO("validTo", "終了日", (o, names) -> o.validTo()),
  PARENT("parent", "上位機関", (o, names) -> o.parent()),
  PREFECTURE("prefecture", "都道府県コード", (o, names) -> o.prefecture()),
  PREFECTURE_NAME("prefectureName", "都道府県名", (o, names) -> nameOf(names, o.prefecture())),
  MUNICIPALITY("municipality", "市区町村コード", (o, names) -> o.municipality()),
  MUNICIPALITY_NAME("municipalityName", "市区町村名", (o, names) -> nameOf(names, o.municipality())),
  WARD("ward", "行政区コード", (o, names) -> o.ward()),
  ADDRESS("address", "住所", (o, names) -> o.address()),
  BUILDING("building", "方書", (o, names) -> o.building()),
  LATITUDE("latitude", "緯度", (o, names) -> o.latitude()),
  LONGITUDE("longitude", "経度", (o, names) -> o.longitude()),
  CORPORATION("corporation", "法人コード", (o, names) -> o.corporation()),
  CORPORATION_NAME("corporationName", "法人名", (o, names) -> nameOf(names, o.corporation())),
  SERVICE_TYPES("serviceTypes", "サービス種類", (o, names) -> String.join(" ", o.serviceTypes())),
  CHANNELS(
      "channels",
      "連絡手段",
      (o, names) -> o.channels().stream().map(Channel::wireName).collect(Collectors.joining(" "))),
  LISTING("listing", "掲載", (o, names) -> o.listing() == null ? null : o.listing().wireName());

  private final String english;
  private final String japanese;
  private final BiFunction<OrganizationView, Map<OrganizationCode, String>, @Nullable Object> read;

  Column(
      String english,
      String japanese,
      BiFunction<OrganizationView, Map<OrganizationCode, String>, @Nullable Object> read) {
    this.english = english;
    this.japanese = japanese;
    this.read = read;
  }

  /** The name of the member in JSON for English, and what an office would write for Japanese. */
  String heading(Locale language) {
    return language.equals(Locale.ENGLISH) ? english : japanese;
  }

  @Nullable Object value(OrganizationView organization, Map<OrganizationCode, String> names) {
    return read.apply(organization, names);
  }

  private static @Nullable String nameOf(
      Map<OrganizationCode, String> names, @Nullable OrganizationCode code) {
    return code == null ? null : names.get(code);
  }
}
