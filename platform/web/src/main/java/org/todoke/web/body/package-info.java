/** How a JSON body is read: strictly, within a bound, and with all of its faults told at once. */
@NullMarked
package org.todoke.web.body;

import org.jspecify.annotations.NullMarked;
