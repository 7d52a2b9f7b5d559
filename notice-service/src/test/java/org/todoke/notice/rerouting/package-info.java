@NullMarked
package org.todoke.notice.rerouting;

import org.jspecify.annotations.NullMarked;
