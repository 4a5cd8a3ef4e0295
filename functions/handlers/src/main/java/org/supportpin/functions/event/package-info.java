/** What happened, as other systems are told it: without secrets and personal values. */
@NullMarked
package org.supportpin.functions.event;

import org.jspecify.annotations.NullMarked;
