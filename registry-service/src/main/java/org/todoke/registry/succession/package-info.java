/**
 * What becomes of organisations that end: merged, divided, numbered anew, or living on after all.
 */
@NullMarked
package org.todoke.registry.succession;

import org.jspecify.annotations.NullMarked;
