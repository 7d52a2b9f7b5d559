/**
 * A synthetic nation of care providers in the layout of the official files: the same seed, the same
 * bytes.
 */
@NullMarked
package org.todoke.benchmarks.nation;

import org.jspecify.annotations.NullMarked;
