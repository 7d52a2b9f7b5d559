/** Reminding those who are late, telling those above, and letting somebody be for a while. */
@NullMarked
package org.todoke.notice.chasing;

import org.jspecify.annotations.NullMarked;
