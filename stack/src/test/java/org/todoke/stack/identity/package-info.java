@NullMarked
package org.todoke.stack.identity;

import org.jspecify.annotations.NullMarked;
