/** Standing instructions at work, driven by the service's own events. */
@NullMarked
package org.todoke.notice.instruction.messaging;

import org.jspecify.annotations.NullMarked;
