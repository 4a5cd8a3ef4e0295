/** Third-party notices: the licence of each library that is shipped. */
@NullMarked
package org.supportpin.notices;

import org.jspecify.annotations.NullMarked;
