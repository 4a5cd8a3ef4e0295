/** XML that other systems send, and that we send them. */
@NullMarked
package org.supportpin.backoffice.xml;

import org.jspecify.annotations.NullMarked;
