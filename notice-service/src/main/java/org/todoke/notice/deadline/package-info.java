/**
 * By when a notice has to be dealt with: by its date, and by the days given from its receipt on.
 */
@NullMarked
package org.todoke.notice.deadline;

import org.jspecify.annotations.NullMarked;
