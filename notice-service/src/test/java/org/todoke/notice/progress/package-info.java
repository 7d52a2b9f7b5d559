@NullMarked
package org.todoke.notice.progress;

import org.jspecify.annotations.NullMarked;
