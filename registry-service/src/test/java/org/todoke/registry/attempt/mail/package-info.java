/** Tests of e-mail. */
@NullMarked
package org.todoke.registry.attempt.mail;

import org.jspecify.annotations.NullMarked;
