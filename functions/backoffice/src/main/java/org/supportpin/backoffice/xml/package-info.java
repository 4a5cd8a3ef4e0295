/** XML as connectors write and read it. */
@NullMarked
package org.supportpin.backoffice.xml;

import org.jspecify.annotations.NullMarked;
