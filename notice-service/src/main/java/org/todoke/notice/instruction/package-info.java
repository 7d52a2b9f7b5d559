/** Standing instructions: what is passed on without anybody's doing. */
@NullMarked
package org.todoke.notice.instruction;

import org.jspecify.annotations.NullMarked;
