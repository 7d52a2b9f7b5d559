/** The lists of the service as files: which columns each has. */
@NullMarked
package org.todoke.notice.export;

import org.jspecify.annotations.NullMarked;
