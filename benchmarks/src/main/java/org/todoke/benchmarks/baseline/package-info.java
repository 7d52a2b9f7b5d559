/** What the same bytes cost the database and the broker alone. */
@NullMarked
package org.todoke.benchmarks.baseline;

import org.jspecify.annotations.NullMarked;
