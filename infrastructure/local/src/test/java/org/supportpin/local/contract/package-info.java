/** Holds template, OpenAPI description and sample events against each other: they say the same thing three times. */
@NullMarked
package org.supportpin.local.contract;

import org.jspecify.annotations.NullMarked;
