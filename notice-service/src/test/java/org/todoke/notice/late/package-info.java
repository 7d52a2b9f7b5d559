@NullMarked
package org.todoke.notice.late;

import org.jspecify.annotations.NullMarked;
