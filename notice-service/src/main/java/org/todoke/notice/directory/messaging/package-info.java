/** How the directory hears of the registry and of the checklists. */
@NullMarked
package org.todoke.notice.directory.messaging;

import org.jspecify.annotations.NullMarked;
