/** The webhook, and a receiver of it that is not ours. */
@NullMarked
package org.supportpin.backoffice.webhook;

import org.jspecify.annotations.NullMarked;
