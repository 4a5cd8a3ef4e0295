/** DynamoDB Local, on the loopback address, with the tables of the template. */
@NullMarked
package org.supportpin.local.dynamodb;

import org.jspecify.annotations.NullMarked;
