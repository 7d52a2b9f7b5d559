@NullMarked
package org.todoke.notice.calendar;

import org.jspecify.annotations.NullMarked;
