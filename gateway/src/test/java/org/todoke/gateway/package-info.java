/** The gateway as its callers and the services behind it see it. */
@NullMarked
package org.todoke.gateway;

import org.jspecify.annotations.NullMarked;
