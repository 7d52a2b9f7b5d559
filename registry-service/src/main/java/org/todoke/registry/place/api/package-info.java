/** Codes of places over HTTP. */
@NullMarked
package org.todoke.registry.place.api;

import org.jspecify.annotations.NullMarked;
