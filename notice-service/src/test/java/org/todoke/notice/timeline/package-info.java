@NullMarked
package org.todoke.notice.timeline;

import org.jspecify.annotations.NullMarked;
