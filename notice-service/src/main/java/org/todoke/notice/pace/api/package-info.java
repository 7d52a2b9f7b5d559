/** Pace over HTTP. */
@NullMarked
package org.todoke.notice.pace.api;

import org.jspecify.annotations.NullMarked;
