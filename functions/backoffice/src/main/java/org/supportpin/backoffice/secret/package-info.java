/** What a connector proves itself with: kept elsewhere, named by reference, opened when it is needed. */
@NullMarked
package org.supportpin.backoffice.secret;

import org.jspecify.annotations.NullMarked;
