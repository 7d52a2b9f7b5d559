/** Batches over HTTP. */
@NullMarked
package org.todoke.registry.batch.api;

import org.jspecify.annotations.NullMarked;
