/** What happened to a customer, told to people: to the customer, and to operations. */
@NullMarked
package org.supportpin.functions.history;

import org.jspecify.annotations.NullMarked;
