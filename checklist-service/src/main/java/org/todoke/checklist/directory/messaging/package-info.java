/** Organisations, heard from registry-service. */
@NullMarked
package org.todoke.checklist.directory.messaging;

import org.jspecify.annotations.NullMarked;
