@NullMarked
package org.todoke.registry.place;

import org.jspecify.annotations.NullMarked;
