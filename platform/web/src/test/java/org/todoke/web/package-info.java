@NullMarked
package org.todoke.web;

import org.jspecify.annotations.NullMarked;
