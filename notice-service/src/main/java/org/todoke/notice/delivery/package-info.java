/** One organisation's copy of a notice: how it came, and what was done with it. */
@NullMarked
package org.todoke.notice.delivery;

import org.jspecify.annotations.NullMarked;
