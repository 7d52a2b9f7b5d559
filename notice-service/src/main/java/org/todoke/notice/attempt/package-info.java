/** Attempts to reach organisations over other channels than the inbox: told of, or recorded. */
@NullMarked
package org.todoke.notice.attempt;

import org.jspecify.annotations.NullMarked;
