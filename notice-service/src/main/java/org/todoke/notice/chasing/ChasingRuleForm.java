package org.todoke.notice.chasing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** By which rungs a notice is chased. What is left out is as the service is set. */
@Schema(name = "ChasingRuleForm")
public record ChasingRuleForm(
    @Nullable
        @Schema(
            description = "Office days from the day by which somebody is expected; none for never",
            examples = "[-5, -1, 1, 3, 5]")
        List<@Nullable Integer> remind,
    @Nullable @Schema(description = "Office days after that day; 0 for never")
        Integer escalateToSenderAfter,
    @Nullable @Schema(description = "Office days after that day; 0 for never")
        Integer escalateToIssuerAfter) {}
