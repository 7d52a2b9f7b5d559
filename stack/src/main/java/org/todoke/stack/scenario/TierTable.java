package org.todoke.stack.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the notice has got, tier by tier, for a person to read. */
final class TierTable {

  private static final int LABEL = 16;
  private static final int CELL = 14;

  private static final Map<String, String> TIERS = new LinkedHashMap<>();
  private static final List<String> FIGURES =
      List.of(
          "reached",
          "acknowledged",
          "forwarded",
          "answered",
          "results/compliant",
          "results/nonCompliant",
          "remediated");
  private static final List<String> HEADINGS = List.of("到達", "確認", "周知", "回答", "適合", "不適合", "是正済");

  static {
    TIERS.put("prefecture", "都道府県");
    TIERS.put("municipality", "市区町村");
    TIERS.put("association", "団体");
    TIERS.put("corporation", "法人");
    TIERS.put("establishment", "事業所");
  }

  private final Apis apis;
  private final String notice;

  TierTable(Apis apis, String notice) {
    this.apis = apis;
    this.notice = notice;
  }

  void print(PrintStream out) {
    table(out, "全国", Cast.ELDERLY_DIVISION);
    table(out, "愛媛県", Cast.EHIME);
    table(out, "八幡浜市", Cast.YAWATAHAMA);
  }

  private void table(PrintStream out, String title, Cast who) {
    JsonNode tiers =
        apis.as(who).get("/v1/notices/{}/progress", notice).expect(200).body().path("tiers");
    out.println();
    out.print(pad(title, LABEL));
    HEADINGS.forEach(each -> out.print(pad(each, CELL)));
    out.println();
    TIERS.forEach(
        (tier, label) -> {
          for (JsonNode each : tiers) {
            if (each.path("tier").asText().equals(tier)) {
              out.print(pad("  " + label, LABEL));
              FIGURES.forEach(figure -> out.print(pad(cell(each.at("/" + figure)), CELL)));
              out.println();
            }
          }
        });
  }

  /**
   * A rate as part of its whole; a dash where the tier cannot do it, three dots where nobody was
   * asked.
   */
  private static String cell(JsonNode figure) {
    if (figure.hasNonNull("absent")) {
      return figure.path("absent").asText().equals("notApplicable") ? "－" : "…";
    }
    return figure.path("numerator").asLong() + "/" + figure.path("denominator").asLong();
  }

  /** Japanese characters take two columns of a terminal. */
  private static String pad(String text, int columns) {
    int width = text.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
    return text + " ".repeat(Math.max(1, columns - width));
  }
}
