/** Holds the files of the published language against its records. */
@NullMarked
package org.todoke.contracts;

import org.jspecify.annotations.NullMarked;
