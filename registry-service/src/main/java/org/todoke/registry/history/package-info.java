/** What was true of an organisation when, who recorded it, and what changed. */
@NullMarked
package org.todoke.registry.history;

import org.jspecify.annotations.NullMarked;
