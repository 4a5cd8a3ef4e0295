/** Mail to customers: addresses, texts, and who delivers them. */
@NullMarked
package org.supportpin.domain.mail;

import org.jspecify.annotations.NullMarked;
