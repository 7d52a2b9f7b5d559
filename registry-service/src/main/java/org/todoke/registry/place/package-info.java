/** What the six-digit codes of places stand for today, whether or not somebody governs there. */
@NullMarked
package org.todoke.registry.place;

import org.jspecify.annotations.NullMarked;
