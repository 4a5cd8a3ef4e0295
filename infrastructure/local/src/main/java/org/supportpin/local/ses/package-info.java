/** The local Amazon SES: mail is not delivered, but can be read. */
@NullMarked
package org.supportpin.local.ses;

import org.jspecify.annotations.NullMarked;
