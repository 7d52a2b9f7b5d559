/** Tests of the counts of establishments. */
@NullMarked
package org.todoke.registry.counts;

import org.jspecify.annotations.NullMarked;
