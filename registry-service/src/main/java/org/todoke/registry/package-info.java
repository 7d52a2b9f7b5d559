/** Who is who: the organisations in both lines, and how they are reached. */
@NullMarked
package org.todoke.registry;

import org.jspecify.annotations.NullMarked;
