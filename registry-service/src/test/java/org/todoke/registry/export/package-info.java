/** Tests of lists of organisations as files. */
@NullMarked
package org.todoke.registry.export;

import org.jspecify.annotations.NullMarked;
