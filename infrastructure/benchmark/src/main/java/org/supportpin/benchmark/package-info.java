/** Measures the packaged functions under Lambda's own runtime client, beside the floor and beside Spring Cloud Function. */
@NullMarked
package org.supportpin.benchmark;

import org.jspecify.annotations.NullMarked;

