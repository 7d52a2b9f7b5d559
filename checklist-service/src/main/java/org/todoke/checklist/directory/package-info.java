/** The service's own copy of the registry. */
@NullMarked
package org.todoke.checklist.directory;

import org.jspecify.annotations.NullMarked;
