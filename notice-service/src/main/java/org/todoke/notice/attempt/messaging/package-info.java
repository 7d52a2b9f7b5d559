/** Attempts, as registry-service tells of them. */
@NullMarked
package org.todoke.notice.attempt.messaging;

import org.jspecify.annotations.NullMarked;
