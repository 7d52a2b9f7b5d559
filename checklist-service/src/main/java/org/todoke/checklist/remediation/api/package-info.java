/** Remediations over HTTP. */
@NullMarked
package org.todoke.checklist.remediation.api;

import org.jspecify.annotations.NullMarked;
