/** Answers: drafts, completed revisions, and what they amount to. */
@NullMarked
package org.todoke.checklist.submission;

import org.jspecify.annotations.NullMarked;
