/** Imports over HTTP. */
@NullMarked
package org.todoke.registry.importing.run.api;

import org.jspecify.annotations.NullMarked;
