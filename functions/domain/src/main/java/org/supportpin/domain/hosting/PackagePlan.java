package org.supportpin.domain.hosting;

/**
 * The plan of a package.
 *
 * @param name as the customer sees it
 * @param mailboxQuotaMb the largest quota of one mailbox, in megabytes; {@link Integer#MAX_VALUE} if there is no limit
 */
public record PackagePlan(String name, int mailboxQuotaMb) {}
