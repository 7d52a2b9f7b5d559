@NullMarked
package org.todoke.notice.note;

import org.jspecify.annotations.NullMarked;
