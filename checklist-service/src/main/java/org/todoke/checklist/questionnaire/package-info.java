/** Checklists: what is asked, in frozen versions. */
@NullMarked
package org.todoke.checklist.questionnaire;

import org.jspecify.annotations.NullMarked;
