/** HTTP for all functions: requests, answers and problems. */
@NullMarked
package org.supportpin.functions.http;

import org.jspecify.annotations.NullMarked;
