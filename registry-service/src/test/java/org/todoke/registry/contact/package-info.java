@NullMarked
package org.todoke.registry.contact;

import org.jspecify.annotations.NullMarked;
