/** Who sends a request, as a checked token says. */
@NullMarked
package org.todoke.gateway.caller;

import org.jspecify.annotations.NullMarked;
