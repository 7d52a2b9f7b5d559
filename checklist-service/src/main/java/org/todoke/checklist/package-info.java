/** What the service's features share. */
@NullMarked
package org.todoke.checklist;

import org.jspecify.annotations.NullMarked;
