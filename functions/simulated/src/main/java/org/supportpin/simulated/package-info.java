/** A simulated back office for trials, stored in DynamoDB so that it survives restarts, and deployed only on request. */
@NullMarked
package org.supportpin.simulated;

import org.jspecify.annotations.NullMarked;
