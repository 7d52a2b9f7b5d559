package org.todoke.registry.importing.applying;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that is being applied, and how far it is.
 *
 * @param organization whose registrar brought it
 * @param asOf the day for which its list holds
 * @param asOfStart the beginning of that day in Japan: what a registrar changed from then on is
 *     newer
 * @param now recorded with everything that this step does
 * @param step the step at hand; null before the first
 * @param after the last code that the step is done with; empty at its beginning
 */
record Job(
    UUID run,
    String organization,
    String format,
    LocalDate asOf,
    Instant asOfStart,
    List<String> services,
    Instant now,
    @Nullable String step,
    String after) {}
