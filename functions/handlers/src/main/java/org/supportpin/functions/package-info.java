/** The Lambda functions, and the one place where they are wired. */
@NullMarked
package org.supportpin.functions;

import org.jspecify.annotations.NullMarked;
