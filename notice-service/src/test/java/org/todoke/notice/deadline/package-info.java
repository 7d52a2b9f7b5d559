@NullMarked
package org.todoke.notice.deadline;

import org.jspecify.annotations.NullMarked;
