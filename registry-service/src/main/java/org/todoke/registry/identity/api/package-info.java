/** Variants of names and suspected pairs over HTTP. */
@NullMarked
package org.todoke.registry.identity.api;

import org.jspecify.annotations.NullMarked;
