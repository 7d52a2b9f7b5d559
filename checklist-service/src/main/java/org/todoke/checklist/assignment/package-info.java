/** The duty of one establishment to answer, and who may know of it. */
@NullMarked
package org.todoke.checklist.assignment;

import org.jspecify.annotations.NullMarked;
