/** What tokens say of their owner; and the rules of the token service: who gets one, and for whom. */
@NullMarked
package org.supportpin.domain.token;

import org.jspecify.annotations.NullMarked;
