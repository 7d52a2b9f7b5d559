package org.todoke.registry.importing.rows;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A corporation as the National Tax Agency lists it (法人番号公表サイト).
 *
 * @param number thirteen digits that check
 * @param process 処理区分, two digits: 01 new, 11 renamed, 12 moved, 21 closed, 71 merged, …
 * @param kind 法人種別, three digits: 101 organ of the state, 201 local government, 301 株式会社, …
 * @param name at most 200 characters
 * @param kana null where none is registered
 * @param prefecture six digits; null abroad
 * @param municipality six digits; of a designated city the city; null abroad or if unknown today
 * @param address prefecture, municipality and street in one; that abroad where there is none
 * @param closeDate 登記記録の閉鎖等年月日
 * @param closeCause 01 liquidated, 11 merged, 21 closed by the registrar, 31 other
 * @param successor the number of the corporation that it was merged into
 * @param updateDate null only if what stands there is no date
 * @param latest whether this is the newest row of the corporation; false ones are not taken
 * @param hidden whether it is to be left out of searches; true ones are not taken
 */
public record ListedCorporation(
    String number,
    String process,
    String kind,
    String name,
    @Nullable String kana,
    @Nullable String prefecture,
    @Nullable String municipality,
    String address,
    @Nullable LocalDate closeDate,
    @Nullable String closeCause,
    @Nullable String successor,
    @Nullable LocalDate updateDate,
    boolean latest,
    boolean hidden) {}
