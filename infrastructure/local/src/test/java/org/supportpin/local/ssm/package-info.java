/** Parameter Store. */
@NullMarked
package org.supportpin.local.ssm;

import org.jspecify.annotations.NullMarked;
