/** Brings the rows of a run into the registry, set by set, and tells of what changed. */
@NullMarked
package org.todoke.registry.importing.applying;

import org.jspecify.annotations.NullMarked;
