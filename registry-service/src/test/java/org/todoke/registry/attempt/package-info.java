/** Tests of attempts to tell organisations. */
@NullMarked
package org.todoke.registry.attempt;

import org.jspecify.annotations.NullMarked;
