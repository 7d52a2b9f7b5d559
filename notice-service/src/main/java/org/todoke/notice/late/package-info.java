/** Who is late, and why. */
@NullMarked
package org.todoke.notice.late;

import org.jspecify.annotations.NullMarked;
