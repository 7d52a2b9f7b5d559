/** Takes a file into the registry of a running stack, as a client of its API. */
@NullMarked
package org.todoke.stack.imports;

import org.jspecify.annotations.NullMarked;
