/** What the languages' files must have. */
@NullMarked
package org.supportpin.local.texts;

import org.jspecify.annotations.NullMarked;
