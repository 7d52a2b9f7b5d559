/** Judges the rows of the files: what is taken, repaired, warned of and refused, and why. */
@NullMarked
package org.todoke.registry.importing.rows;

import org.jspecify.annotations.NullMarked;
