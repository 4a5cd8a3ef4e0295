/** Writing and reading XML. */
@NullMarked
package org.supportpin.backoffice.xml;

import org.jspecify.annotations.NullMarked;
