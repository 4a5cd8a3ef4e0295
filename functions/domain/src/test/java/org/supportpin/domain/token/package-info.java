/** Tests of the token service's rules. */
@NullMarked
package org.supportpin.domain.token;

import org.jspecify.annotations.NullMarked;
