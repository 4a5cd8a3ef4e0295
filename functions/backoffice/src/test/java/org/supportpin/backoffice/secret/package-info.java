/** Secrets of connectors. */
@NullMarked
package org.supportpin.backoffice.secret;

import org.jspecify.annotations.NullMarked;
