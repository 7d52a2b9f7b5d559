/** Notices that were sent back: to the right organisation, or back again. */
@NullMarked
package org.todoke.notice.rerouting;

import org.jspecify.annotations.NullMarked;
