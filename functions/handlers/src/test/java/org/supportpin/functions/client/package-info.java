/** Tests of the clients' settings. */
@NullMarked
package org.supportpin.functions.client;

import org.jspecify.annotations.NullMarked;
