/** EventBridge, as far as the functions call it. */
@NullMarked
package org.supportpin.local.events;

import org.jspecify.annotations.NullMarked;
