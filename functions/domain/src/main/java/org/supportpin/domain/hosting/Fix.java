package org.supportpin.domain.hosting;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** One small fix with its arguments, each a parsed type, so that no free text gets near a shell. */
public sealed interface Fix {

    /** The smallest and largest quota that can be requested, in megabytes. A plan may allow less. */
    int LEAST_QUOTA_MB = 1;

    /** Shown instead of a state if a fix leaves no visible one. */
    String DONE = "done";

    /** Shown of a certificate: until when the new one is valid, only its issuer decides. */
    String REISSUED = "reissued";

    int GREATEST_QUOTA_MB = 1_048_576;

    FixName name();

    /** What the fix applies to, as the customer sees it, with personal data masked. */
    default String of(DomainName mainDomain) {
        var name = mainDomain + " " + name().text();
        return switch (this) {
            case RestartPhp _, ClearCache _, RepairPermissions _ -> name;
            case ReissueCertificate(var domain) -> domain == null ? name : name + " " + domain;
            case UnbanAddress unban -> name + " " + unban.masked();
            case RaiseMailboxQuota raise -> name + " " + raise.mailbox().masked();
        };
    }

    /** The expected result, as far as it is known in advance. */
    default String shownAfter() {
        return switch (this) {
            case RestartPhp _, ClearCache _, RepairPermissions _ -> DONE;
            case ReissueCertificate _ -> REISSUED;
            case UnbanAddress _ -> String.valueOf(new FixState.Ban(false).shown());
            case RaiseMailboxQuota raise -> String.valueOf(new FixState.Quota(raise.quotaMb()).shown());
        };
    }

    /** Restarts the package's PHP processes. */
    record RestartPhp() implements Fix {
        @Override
        public FixName name() {
            return FixName.RESTART_PHP;
        }
    }

    /** Clears the server's caches of the package's sites. */
    record ClearCache() implements Fix {
        @Override
        public FixName name() {
            return FixName.CLEAR_CACHE;
        }
    }

    /** Restores the usual owner and permissions of files and folders below the document roots. */
    record RepairPermissions() implements Fix {
        @Override
        public FixName name() {
            return FixName.REPAIR_PERMISSIONS;
        }
    }

    /**
     * Requests a new certificate.
     *
     * @param domain one of the package's domains; null for the main one
     */
    record ReissueCertificate(@Nullable DomainName domain) implements Fix {
        @Override
        public FixName name() {
            return FixName.REISSUE_CERTIFICATE;
        }
    }

    /** Removes an address from the firewall's ban list. */
    record UnbanAddress(IpAddress address) implements Fix {
        @Override
        public FixName name() {
            return FixName.UNBAN_ADDRESS;
        }

        /** The masked address: {@code 195.251.•••}, {@code 2a02:587:•••}. */
        public String masked() {
            var text = address.text();
            var separator = address.isIpv6() ? ':' : '.';
            var second = text.indexOf(separator, text.indexOf(separator) + 1);
            return text.substring(0, second + 1) + "•••";
        }

        @Override
        public String toString() {
            return "UnbanAddress[" + masked() + "]";
        }
    }

    /**
     * Raises a mailbox's quota.
     *
     * @param quotaMb the new quota in megabytes, {@value #LEAST_QUOTA_MB} to {@value #GREATEST_QUOTA_MB}
     */
    record RaiseMailboxQuota(EmailAddress mailbox, int quotaMb) implements Fix {

        public RaiseMailboxQuota {
            if (quotaMb < LEAST_QUOTA_MB || quotaMb > GREATEST_QUOTA_MB) {
                throw new IllegalArgumentException("not a quota that could be asked for");
            }
        }

        @Override
        public FixName name() {
            return FixName.RAISE_MAILBOX_QUOTA;
        }
    }
}
