/** How an erasure is asked for, and on which basis one was done. */
@NullMarked
package org.todoke.registry.erasure.api;

import org.jspecify.annotations.NullMarked;
