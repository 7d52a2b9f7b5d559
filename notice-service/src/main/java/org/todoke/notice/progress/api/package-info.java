/** Progress over HTTP. */
@NullMarked
package org.todoke.notice.progress.api;

import org.jspecify.annotations.NullMarked;
