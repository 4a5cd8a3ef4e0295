/** Web hosting by Plesk: its XML API, and of its REST API the few utilities that are needed. */
@NullMarked
package org.supportpin.backoffice.hosting.plesk;

import org.jspecify.annotations.NullMarked;
