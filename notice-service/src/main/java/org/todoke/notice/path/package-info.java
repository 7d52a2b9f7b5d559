/**
 * Where a notice is on its way to one organisation, who holds it, and what happened to it there.
 */
@NullMarked
package org.todoke.notice.path;

import org.jspecify.annotations.NullMarked;
