/** What operations read: audit chains, and the reports of the rotation audit. */
@NullMarked
package org.supportpin.functions.audit;

import org.jspecify.annotations.NullMarked;
