/** Rules of the package of the same name, without a running gateway. */
@NullMarked
package org.todoke.gateway.caller;

import org.jspecify.annotations.NullMarked;
