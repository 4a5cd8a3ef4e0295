/** The current PIN with Quarkus, built according to its guides. */
@NullMarked
package org.supportpin.benchmark.quarkus;

import org.jspecify.annotations.NullMarked;
