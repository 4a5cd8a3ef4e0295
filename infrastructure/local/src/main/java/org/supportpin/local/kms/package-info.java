/** An endpoint that speaks enough of AWS KMS, with real cryptography. */
@NullMarked
package org.supportpin.local.kms;

import org.jspecify.annotations.NullMarked;
