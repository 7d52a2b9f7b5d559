package org.todoke.benchmarks.national;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What lies on the disk, and what was written to get it there.
 *
 * @param walPosition bytes of write-ahead log since ever
 * @param noticeBytes of notice-service's tables and indexes
 * @param checklistBytes of checklist-service's
 * @param rows of notice-service's tables that grow with a notice
 */
record Footprint(long walPosition, long noticeBytes, long checklistBytes, Map<String, Long> rows) {

  static final List<String> TABLES =
      List.of(
          "delivery",
          "corporation_place",
          "arrival",
          "fact",
          "forwarding_child",
          "cover_letter",
          "progress_counter");

  private static final String SIZE =
      """
      select coalesce(sum(pg_total_relation_size(c.oid)), 0) from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r'
      """;

  static Footprint of(Suite suite) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String table : TABLES) {
      rows.put(table, suite.database().number(Suite.NOTICE, "select count(*) from " + table));
    }
    return new Footprint(
        wal(suite),
        suite.database().number(Suite.NOTICE, SIZE),
        suite.database().number(Suite.CHECKLIST, SIZE),
        rows);
  }

  static long wal(Suite suite) {
    return suite
        .database()
        .number(Suite.NOTICE, "select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint");
  }

  /** What came to it since an earlier look. */
  Footprint since(Footprint before) {
    Map<String, Long> more = new LinkedHashMap<>();
    rows.forEach((table, count) -> more.put(table, count - before.rows.getOrDefault(table, 0L)));
    return new Footprint(
        walPosition - before.walPosition,
        noticeBytes - before.noticeBytes,
        checklistBytes - before.checklistBytes,
        more);
  }

  long allRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
