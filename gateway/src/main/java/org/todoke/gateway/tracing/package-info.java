/** Where traces begin: here, and nowhere outside. */
@NullMarked
package org.todoke.gateway.tracing;

import org.jspecify.annotations.NullMarked;
