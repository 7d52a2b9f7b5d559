/**
 * What holds of the suite as a whole: started as everybody starts it, asked through its one public
 * port.
 */
@NullMarked
package org.todoke.e2e;

import org.jspecify.annotations.NullMarked;
