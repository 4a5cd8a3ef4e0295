/** The retirement of a KMS key: wraps all customers' keys again by the current one, part by part. */
@NullMarked
package org.supportpin.functions.rewrapping;

import org.jspecify.annotations.NullMarked;
