/** Tests of batches. */
@NullMarked
package org.todoke.registry.batch;

import org.jspecify.annotations.NullMarked;
