package org.todoke.messaging.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Which event to drop and why.
 *
 * @param head as the list told it: guards against dropping the next one by asking twice
 */
public record DiscardRequest(
    @NotBlank @Size(max = 100) String consumer,
    @NotBlank @Size(max = 300) String key,
    @Nullable Long head,
    @NotBlank @Size(max = 500) String reason) {}
