/** Web hosting by Plesk: its XML API, and a few command-line utilities through its REST API. */
@NullMarked
package org.supportpin.backoffice.hosting.plesk;

import org.jspecify.annotations.NullMarked;
