@NullMarked
package org.todoke.notice.pace;

import org.jspecify.annotations.NullMarked;
