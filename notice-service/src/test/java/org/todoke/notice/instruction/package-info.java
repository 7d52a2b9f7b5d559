@NullMarked
package org.todoke.notice.instruction;

import org.jspecify.annotations.NullMarked;
