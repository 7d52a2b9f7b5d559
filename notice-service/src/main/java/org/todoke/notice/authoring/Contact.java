package org.todoke.notice.authoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The desk that answers questions about the paper; never a person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(String department, @Nullable String telephone, @Nullable String fax) {}
