/** Shows the simulated back office and makes it fail. */
@NullMarked
package org.supportpin.local.backoffice;

import org.jspecify.annotations.NullMarked;
