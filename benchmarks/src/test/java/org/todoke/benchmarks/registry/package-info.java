/** Tests of the package of the same name. */
@NullMarked
package org.todoke.benchmarks.registry;

import org.jspecify.annotations.NullMarked;
