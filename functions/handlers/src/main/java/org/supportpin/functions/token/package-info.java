/** The token service: OAuth 2.0 for a panel that has no identity provider (docs/identity.md). */
@NullMarked
package org.supportpin.functions.token;

import org.jspecify.annotations.NullMarked;
