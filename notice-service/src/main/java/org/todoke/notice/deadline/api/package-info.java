/** Deadlines over HTTP. */
@NullMarked
package org.todoke.notice.deadline.api;

import org.jspecify.annotations.NullMarked;
