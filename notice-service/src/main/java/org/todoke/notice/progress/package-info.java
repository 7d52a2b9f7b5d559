/**
 * How far a notice has got, in figures that are exact at every moment, and the answers that the
 * figures rest on.
 */
@NullMarked
package org.todoke.notice.progress;

import org.jspecify.annotations.NullMarked;
