package org.supportpin.domain.hosting;

import org.jspecify.annotations.Nullable;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** One small fix with its arguments, each of a type that was parsed: no free text gets near a shell. */
public sealed interface Fix {

    /** The least and the greatest quota that can be asked for, in megabytes; what a plan allows may be less. */
    int LEAST_QUOTA_MB = 1;

    /** Shown in place of a state where a fix leaves none that could be seen. */
    String DONE = "done";

    int GREATEST_QUOTA_MB = 1_048_576;

    FixName name();

    /** What it is done to, as the customer is shown it; what is personal is masked. */
    default String of(PackageId id) {
        var name = id + " " + name().text();
        return switch (this) {
            case RestartPhp _, ClearCache _, RepairPermissions _ -> name;
            case ReissueCertificate(var domain) -> domain == null ? name : name + " " + domain;
            case UnbanAddress unban -> name + " " + unban.masked();
            case RaiseMailboxQuota raise -> name + " " + raise.mailbox().masked();
        };
    }

    /** What it leads to, as far as that can be said before. */
    default String shownAfter() {
        return switch (this) {
            case RestartPhp _, ClearCache _, RepairPermissions _, ReissueCertificate _ -> DONE;
            case UnbanAddress _ -> String.valueOf(new FixState.Ban(false).shown());
            case RaiseMailboxQuota raise -> String.valueOf(new FixState.Quota(raise.quotaMb()).shown());
        };
    }

    /** Starts the package's PHP processes anew. */
    record RestartPhp() implements Fix {
        @Override
        public FixName name() {
            return FixName.RESTART_PHP;
        }
    }

    /** Empties the server's caches of the package's sites. */
    record ClearCache() implements Fix {
        @Override
        public FixName name() {
            return FixName.CLEAR_CACHE;
        }
    }

    /** Gives files and folders below the document roots their usual owner and rights again. */
    record RepairPermissions() implements Fix {
        @Override
        public FixName name() {
            return FixName.REPAIR_PERMISSIONS;
        }
    }

    /**
     * Has a new certificate issued.
     *
     * @param domain one of the package's; null for its main one
     */
    record ReissueCertificate(@Nullable DomainName domain) implements Fix {
        @Override
        public FixName name() {
            return FixName.REISSUE_CERTIFICATE;
        }
    }

    /** Lets an address in again that the firewall keeps out. */
    record UnbanAddress(IpAddress address) implements Fix {
        @Override
        public FixName name() {
            return FixName.UNBAN_ADDRESS;
        }

        /** What may be shown of the address: {@code 195.251.•••}, {@code 2a02:587:•••}. */
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
     * Lets a mailbox hold more.
     *
     * @param quotaMb how much it may hold, in megabytes, {@value #LEAST_QUOTA_MB} to {@value #GREATEST_QUOTA_MB}
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
