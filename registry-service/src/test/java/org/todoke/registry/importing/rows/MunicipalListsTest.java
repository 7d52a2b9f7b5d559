package org.todoke.registry.importing.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.todoke.registry.importing.reading.Bounds;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.RowSource;
import org.todoke.registry.importing.reading.SourceFile;
import org.todoke.registry.importing.reading.SourceFormat;

/** Whole files as municipalities publish them, from the disk to the judged row. */
class MunicipalListsTest {

  private static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.official();

  private static final String STANDARD =
      "全国地方公共団体コード,ID,地方公共団体名,介護サービス事業所名称,介護サービス事業所名称_カナ,実施サービス,"
          + "所在地_全国地方公共団体コード,町字ID,所在地_連結表記,所在地_都道府県,所在地_市区町村,所在地_町字,"
          + "所在地_番地以下,建物名等(方書),緯度,経度,郵便番号,電話番号,FAX番号,法人番号,法人の名称,事業所番号,"
          + "利用可能曜日,利用可能曜日特記事項,定員,URL,備考\n";

  @TempDir private Path folder;

  @Test
  void recommendedDataSetInWindows31jIsRead() throws IOException {
    String text =
        String.join(",", SourceFormat.RECOMMENDED_DATA_SET.headers())
            + "\r\n38204,1,愛媛県,八幡浜市,㈱みかんデイ,ﾐｶﾝﾃﾞｲ,通所介護;訪問介護,八幡浜市架空町１－１,"
            + ",132.423,33.463,0894-00-0001,12,0894000002,3999905000001,㈱みかん,3870498015,"
            + "月火水木金,,0,,\r\n";

    JudgedRow row = judge(text, Charset.forName("windows-31j")).get(0);

    assertThat(row.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(row.findings())
        .extracting(Finding::column, Finding::code)
        .containsExactlyInAnyOrder(
            tuple("都道府県コード又は市区町村コード", "municipality-code.repaired"),
            tuple("緯度", "location.swapped"));
    assertThat(row.services()).extracting(ListedService::service).containsExactly("15", "11");
    ListedService service = row.services().get(0);
    assertThat(service.name()).isEqualTo("(株)みかんデイ");
    assertThat(service.telephone()).isEqualTo("0894-00-0001(内線12)");
    assertThat(service.fax()).isEqualTo("0894000002");
    assertThat(service.days()).containsExactly(OpenDay.WEEKDAYS);
    assertThat(service.latitude()).isEqualTo(33.463);
  }

  @Test
  void municipalStandardIsReadFromItsParts() throws IOException {
    JudgedRow row =
        judge(
                STANDARD
                    + "141003,1,神奈川県横浜市,みかん訪問介護,ミカンホウモンカイゴ,訪問介護,141011,0001,,神奈川県,"
                    + "横浜市鶴見区,架空町,１番２号,みかんビル,35.5,139.6,２３００００１,045-000-0001,,,"
                    + "みかん会,1470498010,月～土,,,,\n",
                StandardCharsets.UTF_8)
            .get(0);

    ListedService service = row.services().get(0);
    assertThat(service.municipality()).isEqualTo("141003");
    assertThat(service.ward()).isEqualTo("141011");
    assertThat(service.address()).isEqualTo("神奈川県横浜市鶴見区架空町1番2号");
    assertThat(service.postcode()).isEqualTo("230-0001");
    assertThat(service.extras())
        .containsEntry("地方公共団体名", "神奈川県横浜市")
        .containsEntry("町字ID", "0001")
        .hasSize(2);
    assertThat(service.days()).containsExactly(OpenDay.WEEKDAYS, OpenDay.SATURDAY);
  }

  @Test
  void wholeAddressInTheColumnOfTheMunicipalityIsTakenForOne() throws IOException {
    JudgedRow row =
        judge(
                STANDARD
                    + "382043,1,,みかん,ミカン,11,,,,愛媛県,八幡浜市架空町１－２,,,,,,796-0001,,,,みかん会,"
                    + "3870498015,,,,,\n",
                StandardCharsets.UTF_8)
            .get(0);

    assertThat(row.findings())
        .extracting(Finding::column, Finding::code, Finding::repaired)
        .containsExactly(tuple("所在地_市区町村", "address.in-other-column", "八幡浜市架空町1-2"));
    assertThat(row.services().get(0).address()).isEqualTo("愛媛県八幡浜市架空町1-2");
    assertThat(row.services().get(0).municipality()).isEqualTo("382043");
  }

  @Test
  void placeOfTheEstablishmentGoesBeforeThatOfThePublisher() throws IOException {
    String row = ",1,,みかん,ミカン,11,%s,,,愛媛県,八幡浜市,,,,,,,,,,みかん会,3870498015,,,,,\n";

    List<JudgedRow> rows =
        judge(
            STANDARD + "380008" + row.formatted("382043") + "382043" + row.formatted(""),
            StandardCharsets.UTF_8);

    assertThat(rows).extracting(JudgedRow::outcome).containsOnly(Outcome.ACCEPTED);
    assertThat(rows)
        .extracting(r -> r.services().get(0).municipality())
        .containsExactly("382043", "382043");
  }

  @Test
  void titlesOldHeadersAndNotesDoNotDisturb() throws IOException {
    List<JudgedRow> rows =
        judge(
            "介護サービス事業所一覧,,,,,\n\n全国地方公共団体ｺｰﾄﾞ,名称,名称_ｶﾅ,サービスの種類,事業所番号,法人名\n"
                + "382043,みかん,ミカン,居宅介護支援,3870498015,みかん会\nVer.2,,,,,\n",
            StandardCharsets.UTF_8);

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).line()).isEqualTo(4);
    assertThat(rows.get(0).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(rows.get(0).services().get(0).service()).isEqualTo("43");
  }

  @Test
  void postcodeOfAnotherFormIsLeftOut() throws IOException {
    List<JudgedRow> rows =
        judge(
            "市区町村コード,事業所名,サービスの種類,事業所番号,法人名,郵便番号\n"
                + "382043,みかん,11,3870498015,みかん会,960001\n"
                + "382043,みかん,11,3870498015,みかん会,〒796-0001\n",
            StandardCharsets.UTF_8);

    assertThat(rows.get(0).findings())
        .extracting(Finding::code)
        .containsExactly("postcode.malformed");
    assertThat(rows.get(1).services().get(0).postcode()).isEqualTo("796-0001");
  }

  private List<JudgedRow> judge(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("list.csv"), text.getBytes(charset));
    List<JudgedRow> judged = new ArrayList<>();
    try (RowSource rows = SourceFile.inspect(file, null, Bounds.standard()).open()) {
      RowJudge judge = new RowJudge(KNOWLEDGE, rows.layout());
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        judged.add(judge.judge(row));
      }
    }
    return judged;
  }
}
