/**
 * Domain names at the registry: {@code registrar.…} of the back office, and the rules over them.
 *
 * <p>A domain is known to a customer who is its owner (the registrant), its administrator, or whose account it is listed under; to
 * everybody else it does not exist. The account pays for it, and gives no right over it: nameservers and recall are for the owner
 * and the administrator, another administrator for the administrator alone.
 */
@NullMarked
package org.supportpin.domain.registrar;

import org.jspecify.annotations.NullMarked;
