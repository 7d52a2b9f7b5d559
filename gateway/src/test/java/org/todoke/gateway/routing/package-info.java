/** Rules of the package of the same name, without a running gateway. */
@NullMarked
package org.todoke.gateway.routing;

import org.jspecify.annotations.NullMarked;
