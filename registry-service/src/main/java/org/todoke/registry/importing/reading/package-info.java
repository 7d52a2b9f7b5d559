/** Opens the files that governments publish and gives their rows, whatever they are written in. */
@NullMarked
package org.todoke.registry.importing.reading;

import org.jspecify.annotations.NullMarked;
