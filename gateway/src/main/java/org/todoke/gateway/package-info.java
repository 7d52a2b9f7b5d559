/** The one door: tokens, limits, routing; it knows no business and keeps no truth. */
@NullMarked
package org.todoke.gateway;

import org.jspecify.annotations.NullMarked;
