/** Decisions about notices that were sent back, over HTTP. */
@NullMarked
package org.todoke.notice.rerouting.api;

import org.jspecify.annotations.NullMarked;
