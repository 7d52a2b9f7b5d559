/** What is done about answers that did not comply. */
@NullMarked
package org.todoke.checklist.remediation;

import org.jspecify.annotations.NullMarked;
