@NullMarked
package org.todoke.notice.path;

import org.jspecify.annotations.NullMarked;
