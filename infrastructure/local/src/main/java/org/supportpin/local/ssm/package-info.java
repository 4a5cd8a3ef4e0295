/** Parameter Store, as far as the functions use it. */
@NullMarked
package org.supportpin.local.ssm;

import org.jspecify.annotations.NullMarked;
