/** The route by which two auditors forget a customer. */
@NullMarked
package org.supportpin.functions.erasure;

import org.jspecify.annotations.NullMarked;
