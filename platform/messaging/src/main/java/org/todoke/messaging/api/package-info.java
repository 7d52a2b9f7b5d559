/** What operators may ask of the messaging of a service. */
@NullMarked
package org.todoke.messaging.api;

import org.jspecify.annotations.NullMarked;
