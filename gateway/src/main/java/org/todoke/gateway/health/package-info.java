/** Whether the services are ready, asked of each and told without detail. */
@NullMarked
package org.todoke.gateway.health;

import org.jspecify.annotations.NullMarked;
