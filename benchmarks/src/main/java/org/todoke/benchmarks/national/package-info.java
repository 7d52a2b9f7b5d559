/** A notice to the whole nation, from its issue to the last establishment and back. */
@NullMarked
package org.todoke.benchmarks.national;

import org.jspecify.annotations.NullMarked;
