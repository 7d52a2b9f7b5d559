/**
 * What later papers of an issuer do to the deliveries of earlier ones: a new version takes them
 * over, an extension puts their dates off.
 */
@NullMarked
package org.todoke.notice.revision;

import org.jspecify.annotations.NullMarked;
