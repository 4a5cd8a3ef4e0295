/** The template's tables, in a local engine. */
@NullMarked
package org.supportpin.local.dynamodb;

import org.jspecify.annotations.NullMarked;
