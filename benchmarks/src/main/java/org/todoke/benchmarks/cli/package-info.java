/** The command line of the benchmarks. */
@NullMarked
package org.todoke.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
