/**
 * The main job on real input: the notice of July 2013 travels from the ministry to the
 * establishments of 八幡浜市, and what was played is then compared with what the API and the topics
 * say.
 */
@NullMarked
package org.todoke.stack.scenario;

import org.jspecify.annotations.NullMarked;
