/**
 * Asks nameservers over the DNS whether they serve a domain. Whoever names them may be an impostor: nothing but public addresses is
 * asked, at port 53 only, and nothing that they answer sends the service anywhere else.
 */
@NullMarked
package org.supportpin.backoffice.delegation;

import org.jspecify.annotations.NullMarked;
