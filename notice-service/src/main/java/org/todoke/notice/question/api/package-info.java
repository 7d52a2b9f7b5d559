/** Questions and answers over HTTP. */
@NullMarked
package org.todoke.notice.question.api;

import org.jspecify.annotations.NullMarked;
