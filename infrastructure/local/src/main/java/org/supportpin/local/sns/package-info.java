/** An endpoint that speaks enough of Amazon SNS: text messages to a list. */
@NullMarked
package org.supportpin.local.sns;

import org.jspecify.annotations.NullMarked;
