@NullMarked
package org.todoke.notice.export;

import org.jspecify.annotations.NullMarked;
