/** What an agent may see of a verified customer's things, to choose from them. */
@NullMarked
package org.supportpin.domain.account;

import org.jspecify.annotations.NullMarked;
