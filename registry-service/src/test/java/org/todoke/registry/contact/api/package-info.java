@NullMarked
package org.todoke.registry.contact.api;

import org.jspecify.annotations.NullMarked;
