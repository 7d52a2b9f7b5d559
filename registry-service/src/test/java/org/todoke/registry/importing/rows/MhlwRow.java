package org.todoke.registry.importing.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.todoke.registry.importing.reading.Column;
import org.todoke.registry.importing.reading.Layout;
import org.todoke.registry.importing.reading.RawRow;
import org.todoke.registry.importing.reading.SourceFormat;

/** A clean row of the ministry's layout about an establishment that does not exist. */
final class MhlwRow {

  static final Layout LAYOUT =
      Layout.of(SourceFormat.MHLW_OPEN_DATA, SourceFormat.MHLW_OPEN_DATA.headers());

  private static final List<String> CLEAN =
      List.of(
          "382043",
          "3870498015",
          "愛媛県",
          "八幡浜市",
          "デイサービスみかんの丘",
          "デイサービスミカンノオカ",
          "通所介護",
          "愛媛県八幡浜市架空町１丁目２－３",
          "みかんビル２階",
          "33.463000000000000",
          "132.423000000000000",
          "0894-00-0001",
          "0894-00-0002",
          "3999905000001",
          "社会福祉法人　架空みかん会",
          "3870498015",
          "平日,土曜日",
          "年末年始は休業",
          "25",
          "https://example.com/",
          "なし",
          "通常の指定",
          "なし",
          "");

  private final List<String> cells;

  MhlwRow() {
    this(CLEAN);
  }

  private MhlwRow(List<String> cells) {
    this.cells = cells;
  }

  MhlwRow with(Column column, String raw) {
    List<String> other = new ArrayList<>(cells);
    other.set(LAYOUT.position(column), raw);
    return new MhlwRow(other);
  }

  List<String> cells() {
    return cells;
  }

  JudgedRow judge(ReferenceKnowledge knowledge) {
    return new RowJudge(knowledge, LAYOUT).judge(new RawRow(2, cells, List.of()));
  }

  /** A cell that nobody would write. */
  static String anything(Random random) {
    String characters = "0123456789ＴＥ.+-－ー,;:/@あア漢⽇\uFFFD\uD83D\uDE00\u3000\n\"郡市県~";
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(14); i > 0; i--) {
      cell.append(characters.charAt(random.nextInt(characters.length())));
    }
    return cell.toString();
  }
}
