/** Assignments over HTTP. */
@NullMarked
package org.todoke.checklist.assignment.api;

import org.jspecify.annotations.NullMarked;
