@NullMarked
package org.todoke.stack;

import org.jspecify.annotations.NullMarked;
