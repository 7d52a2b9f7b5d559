/** Passing a notice on: every child accounted for, under a paper of one's own. */
@NullMarked
package org.todoke.notice.forwarding;

import org.jspecify.annotations.NullMarked;
