/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.nation;

import org.jspecify.annotations.NullMarked;
