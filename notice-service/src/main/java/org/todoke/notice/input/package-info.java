/** What a caller sends, judged as a whole: every fault is found before anything is answered. */
@NullMarked
package org.todoke.notice.input;

import org.jspecify.annotations.NullMarked;
