/** A stand-in for the import API at its HTTP boundary. */
@NullMarked
package org.todoke.stack.imports;

import org.jspecify.annotations.NullMarked;
