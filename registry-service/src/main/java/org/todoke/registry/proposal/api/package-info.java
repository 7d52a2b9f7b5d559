/** Proposals over HTTP. */
@NullMarked
package org.todoke.registry.proposal.api;

import org.jspecify.annotations.NullMarked;
