/** Finishing of forwardings, driven by the service's own events. */
@NullMarked
package org.todoke.notice.forwarding.messaging;

import org.jspecify.annotations.NullMarked;
