/** Routes for operators: chains and reports of the rotation audit. */
@NullMarked
package org.supportpin.functions.audit;

import org.jspecify.annotations.NullMarked;
