/** Hands a request to the service that owns its path, and the answer back, as streams. */
@NullMarked
package org.todoke.gateway.routing;

import org.jspecify.annotations.NullMarked;
