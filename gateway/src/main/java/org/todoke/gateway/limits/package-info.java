/** How much one caller may send, and how often. */
@NullMarked
package org.todoke.gateway.limits;

import org.jspecify.annotations.NullMarked;
