/** Calls functions with the changes of tables, as Lambda's event source mappings do. */
@NullMarked
package org.supportpin.local.stream;

import org.jspecify.annotations.NullMarked;
