@NullMarked
package org.todoke.notice.chasing;

import org.jspecify.annotations.NullMarked;
