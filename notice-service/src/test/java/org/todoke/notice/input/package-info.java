@NullMarked
package org.todoke.notice.input;

import org.jspecify.annotations.NullMarked;
