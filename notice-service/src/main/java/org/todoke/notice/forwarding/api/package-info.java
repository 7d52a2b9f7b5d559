/** Forwardings over HTTP. */
@NullMarked
package org.todoke.notice.forwarding.api;

import org.jspecify.annotations.NullMarked;
