/** HTTP as the connectors speak it. */
@NullMarked
package org.supportpin.backoffice.http;

import org.jspecify.annotations.NullMarked;
