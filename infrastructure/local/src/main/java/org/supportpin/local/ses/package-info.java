/** Amazon SES as the local stack has it: mail that goes nowhere, and can be read. */
@NullMarked
package org.supportpin.local.ses;

import org.jspecify.annotations.NullMarked;
