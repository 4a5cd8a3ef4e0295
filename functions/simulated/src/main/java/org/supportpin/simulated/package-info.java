/** A hosting company's back office to try the service out with: kept in DynamoDB, so that it survives restarts, and deployed on request only. */
@NullMarked
package org.supportpin.simulated;

import org.jspecify.annotations.NullMarked;
