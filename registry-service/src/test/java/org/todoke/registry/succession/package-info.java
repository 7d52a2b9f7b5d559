/** Tests of what becomes of organisations that end. */
@NullMarked
package org.todoke.registry.succession;

import org.jspecify.annotations.NullMarked;
