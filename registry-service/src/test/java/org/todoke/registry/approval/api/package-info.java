@NullMarked
package org.todoke.registry.approval.api;

import org.jspecify.annotations.NullMarked;
