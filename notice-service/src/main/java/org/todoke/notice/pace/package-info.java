/** How fast a notice goes through the tiers, whose time it takes, and when it will be done. */
@NullMarked
package org.todoke.notice.pace;

import org.jspecify.annotations.NullMarked;
