/** The public keys of the service's signatures, for anybody. */
@NullMarked
package org.supportpin.functions.keys;

import org.jspecify.annotations.NullMarked;
