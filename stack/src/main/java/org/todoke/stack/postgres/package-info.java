/** A real PostgreSQL whose data are kept. */
@NullMarked
package org.todoke.stack.postgres;

import org.jspecify.annotations.NullMarked;
