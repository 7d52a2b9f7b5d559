/** The lists as files over HTTP. */
@NullMarked
package org.todoke.notice.export.api;

import org.jspecify.annotations.NullMarked;
