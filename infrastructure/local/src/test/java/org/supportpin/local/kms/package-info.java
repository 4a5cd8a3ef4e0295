@NullMarked
package org.supportpin.local.kms;

import org.jspecify.annotations.NullMarked;
