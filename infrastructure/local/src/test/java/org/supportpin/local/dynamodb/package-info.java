@NullMarked
package org.supportpin.local.dynamodb;

import org.jspecify.annotations.NullMarked;
