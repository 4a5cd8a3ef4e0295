/**
 * Domains at the registry: {@code registrar.…} of the back office, and the rules about them.
 *
 * <p>A domain exists only for its owner (the registrant), its administrator, and the customer in whose account it is. The account
 * pays for it but gives no rights over it: the owner and the administrator may change nameservers and recall it; only the
 * administrator may appoint another administrator.
 */
@NullMarked
package org.supportpin.domain.registrar;

import org.jspecify.annotations.NullMarked;
