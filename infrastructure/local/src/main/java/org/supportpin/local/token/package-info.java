/** The two issuers of access tokens. */
@NullMarked
package org.supportpin.local.token;

import org.jspecify.annotations.NullMarked;
