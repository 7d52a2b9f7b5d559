/** Answers over HTTP. */
@NullMarked
package org.todoke.checklist.submission.api;

import org.jspecify.annotations.NullMarked;
