/** Members of unions over HTTP. */
@NullMarked
package org.todoke.registry.union.api;

import org.jspecify.annotations.NullMarked;
