package org.todoke.notice.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;

/**
 * One fact of a delivery, with both clocks.
 *
 * @param type as the event is called that told of it
 * @param time when it happened
 * @param recordedTime when it was entered
 * @param actor absent for what the suite found by itself, for answers, which name their origin, and
 *     for a city that is none of the caller's business
 * @param details without free text for whoever has no duty to act on it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
    String type,
    Instant time,
    Instant recordedTime,
    @Nullable OrganizationCode actor,
    Map<String, Object> details) {}
