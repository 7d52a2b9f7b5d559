/** What a measurement is taken with: times, heaps, CPU seconds, databases, topics. */
@NullMarked
package org.todoke.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
