/** What happened to a notice as a whole, and to its cascade. */
@NullMarked
package org.todoke.notice.timeline;

import org.jspecify.annotations.NullMarked;
