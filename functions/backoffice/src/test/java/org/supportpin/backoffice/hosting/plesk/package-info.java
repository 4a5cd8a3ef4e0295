/** The Plesk connector, against what the public documentation says of Plesk. */
@NullMarked
package org.supportpin.backoffice.hosting.plesk;

import org.jspecify.annotations.NullMarked;
