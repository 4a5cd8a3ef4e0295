/** Runs the rotation audit on request. */
@NullMarked
package org.supportpin.local.rotation;

import org.jspecify.annotations.NullMarked;
