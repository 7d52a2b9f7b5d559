/** Holidays of Japan and the days on which its offices are open. */
@NullMarked
package org.todoke.notice.calendar;

import org.jspecify.annotations.NullMarked;
