/** A verified customer's account, for the agent to choose from. */
@NullMarked
package org.supportpin.functions.account;

import org.jspecify.annotations.NullMarked;
