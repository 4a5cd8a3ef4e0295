/** The customer's own rules for telephone support. */
@NullMarked
package org.supportpin.functions.policy;

import org.jspecify.annotations.NullMarked;
