/** Which system serves each of the five interfaces of the back office, by the settings. */
@NullMarked
package org.supportpin.functions.connector;

import org.jspecify.annotations.NullMarked;
