/** A customer's and an agent's day, over HTTP against the whole stack. Every answer is held against the OpenAPI description. */
@NullMarked
package org.supportpin.local.journey;

import org.jspecify.annotations.NullMarked;
