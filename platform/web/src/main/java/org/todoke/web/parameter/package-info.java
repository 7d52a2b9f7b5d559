/** How the values of paths, queries and headers are read. */
@NullMarked
package org.todoke.web.parameter;

import org.jspecify.annotations.NullMarked;
