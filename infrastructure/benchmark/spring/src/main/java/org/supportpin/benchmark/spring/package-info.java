/** The current PIN with Spring Cloud Function, built according to its guides. */
@NullMarked
package org.supportpin.benchmark.spring;

import org.jspecify.annotations.NullMarked;
