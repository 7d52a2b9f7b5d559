package org.todoke.notice.chasing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The rungs that hold for a notice.
 *
 * @param ofTheNotice whether its issuer set them; otherwise they are the service's
 */
@Schema(name = "ChasingRule")
public record ChasingRuleView(
    UUID noticeId,
    boolean ofTheNotice,
    List<Integer> remind,
    int escalateToSenderAfter,
    int escalateToIssuerAfter,
    List<String> permittedActions,
    @Schema(hidden = true) @JsonIgnore int version) {}
