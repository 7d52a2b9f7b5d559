@NullMarked
package org.todoke.registry;

import org.jspecify.annotations.NullMarked;
