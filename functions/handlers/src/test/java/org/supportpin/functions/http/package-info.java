@NullMarked
package org.supportpin.functions.http;

import org.jspecify.annotations.NullMarked;
