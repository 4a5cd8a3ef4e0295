/** EPP, against a server that takes the RFCs by the letter. */
@NullMarked
package org.supportpin.backoffice.registrar.epp;

import org.jspecify.annotations.NullMarked;
