/** What is kept about a customer, for the customer: the activity, and a copy of everything. */
@NullMarked
package org.supportpin.functions.record;

import org.jspecify.annotations.NullMarked;
