package org.todoke.messaging.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Which key of which consumer to replay. */
public record ReplayRequest(
    @NotBlank @Size(max = 100) String consumer, @NotBlank @Size(max = 300) String key) {}
