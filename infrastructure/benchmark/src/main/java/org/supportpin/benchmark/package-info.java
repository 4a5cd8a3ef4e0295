/** Measures the packaged functions under Lambda's runtime client, compared with the floor and Spring Cloud Function. */
@NullMarked
package org.supportpin.benchmark;

import org.jspecify.annotations.NullMarked;
