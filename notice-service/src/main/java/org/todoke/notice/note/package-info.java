/** Notes about a delivery: for those above, for those below, or for nobody else. */
@NullMarked
package org.todoke.notice.note;

import org.jspecify.annotations.NullMarked;
