/** Looks at a deployed stack from outside, changes nothing, and says what is missing. */
@NullMarked
package org.supportpin.deploymentcheck;

import org.jspecify.annotations.NullMarked;
