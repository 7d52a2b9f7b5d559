/** Reminders, escalations and snoozes over HTTP. */
@NullMarked
package org.todoke.notice.chasing.api;

import org.jspecify.annotations.NullMarked;
