/** The part of Parameter Store that the functions use. */
@NullMarked
package org.supportpin.local.ssm;

import org.jspecify.annotations.NullMarked;
