/** What this service asks of every body beyond what the platform asks. */
@NullMarked
package org.todoke.notice.input.api;

import org.jspecify.annotations.NullMarked;
