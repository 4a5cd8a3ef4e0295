/** What the service signs, as JWS and JWKS. */
@NullMarked
package org.supportpin.functions.signing;

import org.jspecify.annotations.NullMarked;
