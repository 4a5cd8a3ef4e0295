/** The local Amazon SNS: text messages are not delivered, but can be read. */
@NullMarked
package org.supportpin.local.sns;

import org.jspecify.annotations.NullMarked;
