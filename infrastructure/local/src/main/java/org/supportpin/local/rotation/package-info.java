/** The rotation audit, for people to run now. */
@NullMarked
package org.supportpin.local.rotation;

import org.jspecify.annotations.NullMarked;
