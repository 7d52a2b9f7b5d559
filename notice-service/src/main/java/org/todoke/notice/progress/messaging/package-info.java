/** How the answers to a notice arrive. */
@NullMarked
package org.todoke.notice.progress.messaging;

import org.jspecify.annotations.NullMarked;
