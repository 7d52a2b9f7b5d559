/** Questions about a paper to whoever wrote it, and answers for all who need them. */
@NullMarked
package org.todoke.notice.question;

import org.jspecify.annotations.NullMarked;
