/** The two issuers of access tokens, and what they publish. */
@NullMarked
package org.supportpin.local.token;

import org.jspecify.annotations.NullMarked;
