@NullMarked
package org.todoke.registry.importing.run;

import org.jspecify.annotations.NullMarked;
