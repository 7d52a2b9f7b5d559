/** Arrivals and excuses, heard from notice-service. */
@NullMarked
package org.todoke.checklist.assignment.messaging;

import org.jspecify.annotations.NullMarked;
