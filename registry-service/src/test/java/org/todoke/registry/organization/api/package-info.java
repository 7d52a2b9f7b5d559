@NullMarked
package org.todoke.registry.organization.api;

import org.jspecify.annotations.NullMarked;
