/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
