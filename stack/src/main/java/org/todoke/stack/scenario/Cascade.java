package org.todoke.stack.scenario;

import java.time.LocalDate;

/** What the play made: the three notices, the checklist and the dates that were set. */
record Cascade(
    String toPrefectures,
    String toMunicipalities,
    String envelope,
    String checklist,
    LocalDate ministryDueOn,
    LocalDate cityDueOn) {}
