@NullMarked
package org.todoke.notice.revision;

import org.jspecify.annotations.NullMarked;
