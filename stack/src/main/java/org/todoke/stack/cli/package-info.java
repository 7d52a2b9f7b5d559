/** The command line. */
@NullMarked
package org.todoke.stack.cli;

import org.jspecify.annotations.NullMarked;
