/** Counts of establishments over HTTP. */
@NullMarked
package org.todoke.registry.counts.api;

import org.jspecify.annotations.NullMarked;
