package org.todoke.notice.instruction;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An instruction, judged and found good. */
record InstructionContent(
    Selection selection, CoverTemplate cover, LocalDate startsOn, @Nullable LocalDate endsOn) {}
