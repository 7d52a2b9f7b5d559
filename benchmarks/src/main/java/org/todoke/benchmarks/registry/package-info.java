/** The registry at national size, measured from file to directory, and its searches. */
@NullMarked
package org.todoke.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
