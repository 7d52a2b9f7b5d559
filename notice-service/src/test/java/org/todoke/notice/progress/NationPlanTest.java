package org.todoke.notice.progress;

import static org.todoke.notice.NoticeFixture.*;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.*;
import java.sql.*;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.todoke.notice.NoticeFixture;
import org.todoke.notice.NoticeServiceTest;
import org.todoke.notice.Rows;

@QuarkusTest
class NationPlanTest extends NoticeServiceTest {
  @Test
  void measure() throws Exception {
    StringBuilder muni = new StringBuilder();
    try (Connection c = Rows.database().connectAsSuperuser();
        Statement s = c.createStatement()) {
      try (PreparedStatement ins =
          c.prepareStatement(
              "insert into organization (code, kind, name, parent, prefecture, municipality, corporation, state, valid_from, sequence) values (?, ?, ?, 'go:mhlw', ?, null, null, 'active', date '2013-04-01', 1) on conflict do nothing")) {
        for (String line : Files.readAllLines(Path.of("/tmp/h5/plan/nation.csv"))) {
          String[] f = line.split(",");
          ins.setString(1, f[0]);
          ins.setString(2, f[1]);
          ins.setString(3, f[2]);
          ins.setString(4, f.length > 3 && !f[3].isEmpty() ? f[3] : null);
          ins.addBatch();
        }
        ins.executeBatch();
      }
      s.execute(
          "create temp table muni as select code, prefecture, row_number() over (order by code) - 1 as n from organization where kind = 'municipality'");
      s.execute("create temp table mcount as select count(*) as n from muni");
      s.execute(
          "insert into organization (code, kind, name, prefecture, municipality, state, valid_from, sequence) select 'cn:1' || lpad(g::text, 12, '0'), 'corporation', '法人' || g, m.prefecture, m.code, 'active', date '2013-04-01', 1 from generate_series(1, 68563) g join muni m on m.n = (g * 7) % (select n from mcount)");
      s.execute(
          "insert into organization (code, kind, name, prefecture, municipality, corporation, state, valid_from, sequence) select 'kj:9' || lpad(g::text, 9, '0'), 'establishment', '事業所' || g, m.prefecture, m.code, 'cn:1' || lpad((1 + g % 68563)::text, 12, '0'), 'active', date '2013-04-01', 1 from generate_series(1, 190003) g join muni m on m.n = (g * 7 + g / 68563 * 3) % (select n from mcount)");
      s.execute("analyze");
      System.out.println("ORGS " + Rows.of("select kind, count(*) from organization group by 1"));
    }
    Map<String, Object> paper = paperAsking(publishedChecklist(), "2013-07-31");
    paper.put(
        "audience",
        audience("prefecture", "municipality", "association", "corporation", "establishment"));
    long t = System.nanoTime();
    UUID id = draft(paper);
    try {
      NoticeFixture.as(DIVISION).post("/v1/notices/{id}/issue", id);
    } catch (Exception e) {
      System.out.println("LONG " + e);
    }
    for (int i = 0; i < 250 && Rows.count("notice", "id = ? and status = 'issued'", id) == 0; i++)
      Thread.sleep(1000);
    System.out.println("ISSUED ms " + (System.nanoTime() - t) / 1_000_000);
    Thread.sleep(15000);
    for (int i = 0; i < 30; i++) Rows.of("select progress_fold(20000)");
    Rows.change("analyze");
    System.out.println(
        "COUNTS "
            + Rows.of(
                "select (select count(*) from delivery) d, (select count(*) from arrival) a, (select count(*) from fact) f, (select count(*) from progress_counter) c, (select count(*) from progress_delta) w"));
    List<String[]> asks =
        List.of(
            new String[] {"issuer figures", DIVISION, "/v1/notices/" + id + "/progress"},
            new String[] {
              "issuer children", DIVISION, "/v1/notices/" + id + "/progress/jp/children?limit=50"
            },
            new String[] {"prefecture figures", EHIME, "/v1/notices/" + id + "/progress"},
            new String[] {
              "prefecture children",
              EHIME,
              "/v1/notices/" + id + "/progress/" + EHIME + "/children?limit=50"
            },
            new String[] {"city figures", YAWATAHAMA, "/v1/notices/" + id + "/progress"},
            new String[] {
              "city children",
              YAWATAHAMA,
              "/v1/notices/" + id + "/progress/" + YAWATAHAMA + "/children?limit=50"
            },
            new String[] {"corporation figures", SHIOSAI, "/v1/notices/" + id + "/progress"},
            new String[] {
              "issuer deliveries", DIVISION, "/v1/notices/" + id + "/deliveries?limit=100"
            },
            new String[] {
              "prefecture deliveries", EHIME, "/v1/notices/" + id + "/deliveries?limit=100"
            },
            new String[] {
              "city deliveries", YAWATAHAMA, "/v1/notices/" + id + "/deliveries?limit=100"
            },
            new String[] {"issuer notices", DIVISION, "/v1/notices"},
            new String[] {"city inbox", YAWATAHAMA, "/v1/deliveries"},
            new String[] {
              "issuer path", DIVISION, "/v1/notices/" + id + "/deliveries/" + SHIOSAI_DAY + "/path"
            },
            new String[] {
              "issuer timeline",
              DIVISION,
              "/v1/notices/" + id + "/deliveries/" + SHIOSAI_DAY + "/timeline?limit=50"
            },
            new String[] {
              "city timeline",
              YAWATAHAMA,
              "/v1/notices/" + id + "/deliveries/" + SHIOSAI_DAY + "/timeline?limit=50"
            },
            new String[] {
              "issuer one delivery", DIVISION, "/v1/notices/" + id + "/deliveries/" + SHIOSAI_DAY
            });
    for (String round :
        List.of("with policies", "without policies on figures", "with policies again")) {
      boolean off = round.startsWith("without");
      for (String table : List.of("progress_counter", "progress_delta"))
        Rows.change(
            "alter table " + table + (off ? " disable" : " enable") + " row level security");
      for (String[] ask : asks) {
        List<Double> ms = new ArrayList<>();
        int status = 0;
        for (int i = 0; i < 25; i++) {
          long b = System.nanoTime();
          status =
              NoticeFixture.as(ask[1], "issuer", "auditor", "forwarder", "responder")
                  .get(ask[2])
                  .statusCode();
          ms.add((System.nanoTime() - b) / 1e6);
        }
        Collections.sort(ms);
        System.out.printf(
            "ASK %s | %s | %d | median %.1f max %.1f%n",
            round, ask[0], status, ms.get(12), ms.get(24));
      }
    }
    try (Connection c = Rows.database().connectAsSuperuser();
        Statement s = c.createStatement()) {
      s.execute("alter role todoke_notice_app set session_preload_libraries = 'auto_explain'");
      s.execute("alter role todoke_notice_app set auto_explain.log_min_duration = 0");
      s.execute("alter role todoke_notice_app set auto_explain.log_analyze = on");
      s.execute("alter role todoke_notice_app set auto_explain.log_timing = off");
      s.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'todoke_notice_app'");
    }
    Thread.sleep(2000);
    for (String[] ask : asks) {
      for (int i = 0; i < 2; i++) {
        System.out.println("PLAN BEGIN " + ask[0]);
        NoticeFixture.as(ask[1], "issuer", "auditor", "forwarder", "responder")
            .get(ask[2])
            .statusCode();
        Thread.sleep(300);
        System.out.println("PLAN END " + ask[0]);
      }
    }
    try (Connection c = Rows.database().connectAsSuperuser();
        Statement s = c.createStatement()) {
      s.execute("alter role todoke_notice_app reset all");
    }
  }
}
