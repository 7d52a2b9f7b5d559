/** Checklists over HTTP. */
@NullMarked
package org.todoke.checklist.questionnaire.api;

import org.jspecify.annotations.NullMarked;
