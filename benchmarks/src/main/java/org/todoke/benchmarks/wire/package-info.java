/** The API as many callers use it at once: connections, tokens, answers. */
@NullMarked
package org.todoke.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
