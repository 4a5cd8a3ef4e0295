@NullMarked
package org.supportpin.local.iam;

import org.jspecify.annotations.NullMarked;
