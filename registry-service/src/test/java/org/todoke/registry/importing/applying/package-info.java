@NullMarked
package org.todoke.registry.importing.applying;

import org.jspecify.annotations.NullMarked;
