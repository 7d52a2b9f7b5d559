/** The four services of the suite, from their built jars. */
@NullMarked
package org.todoke.stack.suite;

import org.jspecify.annotations.NullMarked;
