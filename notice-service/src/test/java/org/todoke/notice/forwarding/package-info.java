@NullMarked
package org.todoke.notice.forwarding;

import org.jspecify.annotations.NullMarked;
