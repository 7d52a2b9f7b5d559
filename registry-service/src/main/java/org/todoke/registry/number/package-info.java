/** The numbers that the state gives out, and what their check digits say about them. */
@NullMarked
package org.todoke.registry.number;

import org.jspecify.annotations.NullMarked;
