/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.national;

import org.jspecify.annotations.NullMarked;
