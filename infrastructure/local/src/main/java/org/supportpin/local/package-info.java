/** The whole system on one machine, for people who try it and for tests. Nothing here goes to AWS. */
@NullMarked
package org.supportpin.local;

import org.jspecify.annotations.NullMarked;
