/** The current PIN with Spring Cloud Function, as its guides build it. */
@NullMarked
package org.supportpin.benchmark.spring;

import org.jspecify.annotations.NullMarked;

