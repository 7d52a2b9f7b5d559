/** Wide-area unions: for which municipalities each of them insures, now and on any day. */
@NullMarked
package org.todoke.registry.union;

import org.jspecify.annotations.NullMarked;
