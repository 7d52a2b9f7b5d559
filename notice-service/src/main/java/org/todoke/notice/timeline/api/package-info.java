/** The timeline of a notice over HTTP. */
@NullMarked
package org.todoke.notice.timeline.api;

import org.jspecify.annotations.NullMarked;
