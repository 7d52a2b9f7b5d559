package org.todoke.notice.rerouting;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who comes into the audience of an issued notice, and why. */
@Schema(name = "LaterAdditionRequest")
public record AdditionForm(
    @Nullable @Schema(examples = "kj:3870499013") String organization,
    @Nullable @Schema(maxLength = 500, examples = "発出後に開設された事業所") String reason) {}
