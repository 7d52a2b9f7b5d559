/** Where an organisation stands in the lines, and what of a notice it may therefore see. */
@NullMarked
package org.todoke.notice.place;

import org.jspecify.annotations.NullMarked;
