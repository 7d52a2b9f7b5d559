/**
 * What every HTTP API of the suite does alike: problems, idempotency, paging, correlation, time.
 */
@NullMarked
package org.todoke.web;

import org.jspecify.annotations.NullMarked;
