@NullMarked
package org.todoke.notice.delivery;

import org.jspecify.annotations.NullMarked;
