/** The credentials of connectors: stored elsewhere, named by reference, opened when needed. */
@NullMarked
package org.supportpin.backoffice.secret;

import org.jspecify.annotations.NullMarked;
