@NullMarked
package org.todoke.stack.supervision;

import org.jspecify.annotations.NullMarked;
