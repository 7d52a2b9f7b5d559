package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A note under the text: {@code ※1} and what it refers to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reference(String mark, String text, @Nullable String url) {}
