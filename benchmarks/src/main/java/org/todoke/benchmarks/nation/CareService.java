package org.todoke.benchmarks.nation;

import java.util.List;

/**
 * A service as the official files cut them: one file each.
 *
 * @param file three digits, not the code used for billing
 * @param rows at the end of 2025
 */
record CareService(String file, String name, int rows) {

  /** The 35, in the order of their files. */
  static List<CareService> all() {
    return Lists.read(
        "services",
        r ->
            new CareService(
                r.getField("file"), r.getField("name"), Integer.parseInt(r.getField("rows"))));
  }
}
