@NullMarked
package org.todoke.registry.importing.rows;

import org.jspecify.annotations.NullMarked;
