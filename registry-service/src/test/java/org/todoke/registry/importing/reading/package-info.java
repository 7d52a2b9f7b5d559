@NullMarked
package org.todoke.registry.importing.reading;

import org.jspecify.annotations.NullMarked;
