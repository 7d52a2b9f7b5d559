/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
