/** Erases what is held of an organisation that has closed, where the law demands it. */
@NullMarked
package org.todoke.registry.erasure;

import org.jspecify.annotations.NullMarked;
