/** One description of the API of all services, and a page to browse it. */
@NullMarked
package org.todoke.gateway.openapi;

import org.jspecify.annotations.NullMarked;
