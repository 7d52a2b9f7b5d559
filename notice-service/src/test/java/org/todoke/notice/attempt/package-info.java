/** Tests of attempts to reach organisations. */
@NullMarked
package org.todoke.notice.attempt;

import org.jspecify.annotations.NullMarked;
