/** Notices from the first draft to the moment when their audience is frozen. */
@NullMarked
package org.todoke.notice.authoring;

import org.jspecify.annotations.NullMarked;
