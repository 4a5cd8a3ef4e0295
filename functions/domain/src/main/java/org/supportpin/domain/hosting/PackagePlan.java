package org.supportpin.domain.hosting;

/**
 * What a package was bought as.
 *
 * @param name as the customer knows it
 * @param mailboxQuotaMb the most that one mailbox may be given, in megabytes; {@link Integer#MAX_VALUE} where there is no limit
 */
public record PackagePlan(String name, int mailboxQuotaMb) {}
