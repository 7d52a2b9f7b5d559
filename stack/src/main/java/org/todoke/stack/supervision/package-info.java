/** Processes as children: started, watched, measured, stopped, and recognised after a crash. */
@NullMarked
package org.todoke.stack.supervision;

import org.jspecify.annotations.NullMarked;
