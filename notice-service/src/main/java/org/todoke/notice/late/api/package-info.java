/** The late over HTTP. */
@NullMarked
package org.todoke.notice.late.api;

import org.jspecify.annotations.NullMarked;
