/** The hosting company's own system, called with signed JSON by Standard Webhooks; see docs/connectors/webhook.md. */
@NullMarked
package org.supportpin.backoffice.webhook;

import org.jspecify.annotations.NullMarked;
