/** The back office that actions reach. */
@NullMarked
package org.supportpin.functions.backoffice;

import org.jspecify.annotations.NullMarked;
