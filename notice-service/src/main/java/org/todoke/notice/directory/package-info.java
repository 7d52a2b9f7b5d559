/**
 * The service's own copy of the registry, so that it works while the registry is away. Written
 * here; read through {@code org.todoke.notice.place.Places} and by the set-based statements.
 */
@NullMarked
package org.todoke.notice.directory;

import org.jspecify.annotations.NullMarked;
