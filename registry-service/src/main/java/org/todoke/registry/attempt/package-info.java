/**
 * Tells organisations over other channels than the inbox that a notice waits for them. Here,
 * because addresses are kept here and leave in no event.
 */
@NullMarked
package org.todoke.registry.attempt;

import org.jspecify.annotations.NullMarked;
