/** The part of AWS KMS that the functions use, with real cryptography. */
@NullMarked
package org.supportpin.local.kms;

import org.jspecify.annotations.NullMarked;
