/** Mail to customers: addresses, texts and delivery. */
@NullMarked
package org.supportpin.domain.mail;

import org.jspecify.annotations.NullMarked;
