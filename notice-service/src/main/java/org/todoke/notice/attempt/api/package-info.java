/** Attempts over HTTP. */
@NullMarked
package org.todoke.notice.attempt.api;

import org.jspecify.annotations.NullMarked;
