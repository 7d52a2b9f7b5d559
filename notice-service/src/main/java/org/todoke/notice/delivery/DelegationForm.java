package org.todoke.notice.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which department or desk deals with it; not which person. */
@Schema(name = "DelegationRequest")
public record DelegationForm(
    @Nullable @Schema(maxLength = 200, examples = "介護保険課 給付係") String department) {}
