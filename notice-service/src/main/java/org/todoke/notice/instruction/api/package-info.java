/** Standing instructions over HTTP. */
@NullMarked
package org.todoke.notice.instruction.api;

import org.jspecify.annotations.NullMarked;
