/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
