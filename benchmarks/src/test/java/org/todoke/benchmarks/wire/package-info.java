/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
