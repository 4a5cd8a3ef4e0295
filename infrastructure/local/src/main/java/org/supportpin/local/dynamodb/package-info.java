/** The tables of the template, in a DynamoDB of this machine's own. */
@NullMarked
package org.supportpin.local.dynamodb;

import org.jspecify.annotations.NullMarked;
