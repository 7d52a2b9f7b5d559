/** What happens around every request, before and behind the resources. */
@NullMarked
package org.todoke.web.http;

import org.jspecify.annotations.NullMarked;
