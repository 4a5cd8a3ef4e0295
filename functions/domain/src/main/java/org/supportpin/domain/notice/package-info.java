/** What customers are told without asking, and the outbox in which it waits until the provider takes it. */
@NullMarked
package org.supportpin.domain.notice;

import org.jspecify.annotations.NullMarked;
