/** Path and timeline over HTTP. */
@NullMarked
package org.todoke.notice.path.api;

import org.jspecify.annotations.NullMarked;
