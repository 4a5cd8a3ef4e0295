/** The PIN by SMS. */
@NullMarked
package org.supportpin.functions.sms;

import org.jspecify.annotations.NullMarked;
