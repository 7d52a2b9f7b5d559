package org.todoke.notice.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.todoke.contracts.OrganizationCode;
import org.todoke.contracts.OrganizationKind;

/**
 * One fact of a notice or of its cascade, with both clocks.
 *
 * @param type as the event is called that told of it
 * @param organization whose delivery it happened to; absent if it happened to the notice itself
 * @param actor absent for the suite, and for somebody who is none of the caller's business
 * @param details without anybody's own words, unless they are the caller's or those of the notice
 */
@Schema(name = "NoticeTimelineEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NoticeEntry(
    String type,
    Instant time,
    Instant recordedTime,
    @Nullable OrganizationCode organization,
    @Nullable String name,
    @Nullable OrganizationKind tier,
    @Nullable OrganizationCode actor,
    Map<String, Object> details) {}
