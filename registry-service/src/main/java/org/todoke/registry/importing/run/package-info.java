/** Runs: a file on its way into the registry, from its upload to its last row applied. */
@NullMarked
package org.todoke.registry.importing.run;

import org.jspecify.annotations.NullMarked;
