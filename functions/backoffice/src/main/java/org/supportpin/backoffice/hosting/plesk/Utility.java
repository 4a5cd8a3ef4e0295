package org.supportpin.backoffice.hosting.plesk;

import java.util.List;
import java.util.stream.Collectors;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.mail.EmailAddress;

/**
 * The command-line utilities of Plesk that are used, with their arguments. Nothing else can be called: none that affects the whole
 * server, and none that removes anything but a ban.
 */
sealed interface Utility {

    /** The utility's name in the path of the REST API. */
    String name();

    /** Plesk passes them on without a shell. */
    List<String> arguments();

    record ListBans() implements Utility {
        @Override
        public String name() {
            return "ip_ban";
        }

        @Override
        public List<String> arguments() {
            return List.of("--banned");
        }
    }

    /**
     * Unbans one address.
     *
     * @param jails the Fail2Ban jails that ban it
     */
    record Unban(IpAddress address, List<Jail> jails) implements Utility {

        public Unban {
            jails = List.copyOf(jails);
        }

        @Override
        public String name() {
            return "ip_ban";
        }

        @Override
        public List<String> arguments() {
            var bans = jails.stream()
                    .map(jail -> address.text() + "," + jail.name())
                    .collect(Collectors.joining(";"));
            return List.of("--unban", bans.isEmpty() ? address.text() : bans);
        }
    }

    record SetMailboxQuota(EmailAddress mailbox, int megabytes) implements Utility {

        /**
         * @throws IllegalArgumentException if the address looks like an option
         */
        public SetMailboxQuota {
            if (mailbox.local().startsWith("-")) {
                throw new IllegalArgumentException("an address that looks like an option");
            }
        }

        @Override
        public String name() {
            return "mail";
        }

        @Override
        public List<String> arguments() {
            return List.of("--update", mailbox.address(), "-mbox_quota", megabytes + "M");
        }
    }

    /** A jail of Fail2Ban. */
    record Jail(String name) {

        private static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

        public Jail {
            if (!isOne(name)) {
                throw new IllegalArgumentException("not the name of a jail");
            }
        }

        static boolean isOne(String text) {
            return text.matches(FORM);
        }
    }
}
