/** The rules of the token service: who gets a token, and for whom. */
@NullMarked
package org.supportpin.domain.token;

import org.jspecify.annotations.NullMarked;
