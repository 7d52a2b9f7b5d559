/** Deliveries over HTTP. */
@NullMarked
package org.todoke.notice.delivery.api;

import org.jspecify.annotations.NullMarked;
