/** Many edits of organisations in one request, each for itself. */
@NullMarked
package org.todoke.registry.batch;

import org.jspecify.annotations.NullMarked;
