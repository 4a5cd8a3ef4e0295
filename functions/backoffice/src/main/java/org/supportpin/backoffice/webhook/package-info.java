/** The hoster's own system, over signed JSON by Standard Webhooks; docs/connectors/webhook.md tells what it implements. */
@NullMarked
package org.supportpin.backoffice.webhook;

import org.jspecify.annotations.NullMarked;
