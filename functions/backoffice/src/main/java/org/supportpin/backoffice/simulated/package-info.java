/** A hosting company's back office that is not there: kept in DynamoDB, so that it survives restarts. */
@NullMarked
package org.supportpin.backoffice.simulated;

import org.jspecify.annotations.NullMarked;
