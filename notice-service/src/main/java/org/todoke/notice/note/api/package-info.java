/** Notes over HTTP. */
@NullMarked
package org.todoke.notice.note.api;

import org.jspecify.annotations.NullMarked;
