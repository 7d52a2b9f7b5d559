/** Tests of the history of organisations. */
@NullMarked
package org.todoke.registry.history;

import org.jspecify.annotations.NullMarked;
