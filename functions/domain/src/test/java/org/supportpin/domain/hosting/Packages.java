package org.supportpin.domain.hosting;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** A package for tests, and others that differ from it in one thing. */
public final class Packages {

    public static final PackageId ID = new PackageId("pkg-1");
    public static final CustomerId HOLDER = new CustomerId("1001");
    public static final DomainName MAIN = new DomainName("papadopoulou.gr");
    public static final Instant VALID_UNTIL = Instant.parse("2027-01-31T00:00:00Z");

    private Packages() {}

    public static HostingPackage usual() {
        return new HostingPackage(
                ID,
                HOLDER,
                MAIN,
                List.of(new DomainName("nea.gr")),
                new PackagePlan("Hosting Basic", 4096),
                php(
                        "8.3",
                        Map.of(
                                PhpSetting.MEMORY_LIMIT, "128M",
                                PhpSetting.MAX_EXECUTION_TIME, "30",
                                PhpSetting.POST_MAX_SIZE, "16M",
                                PhpSetting.UPLOAD_MAX_FILESIZE, "8M",
                                PhpSetting.DISPLAY_ERRORS, "off")),
                List.of(new Mailbox(mail("info@papadopoulou.gr"), 1024, 700)),
                Set.of(new IpAddress("195.251.255.66")),
                List.of(new Certificate(MAIN, VALID_UNTIL)));
    }

    public static PhpState php(String version, Map<PhpSetting, String> settings) {
        return new PhpState(
                new PhpVersion(version),
                Set.of(new PhpVersion("8.2"), new PhpVersion("8.3"), new PhpVersion("8.4")),
                settings);
    }

    public static HostingPackage with(HostingPackage other, PhpState php) {
        return new HostingPackage(
                other.id(),
                other.holder(),
                other.mainDomain(),
                other.furtherDomains(),
                other.plan(),
                php,
                other.mailboxes(),
                other.banned(),
                other.certificates());
    }

    public static HostingPackage with(HostingPackage other, PhpSetting setting, String value) {
        var settings = new HashMap<>(other.php().settings());
        settings.put(setting, value);
        return with(other, new PhpState(other.php().version(), other.php().offered(), settings));
    }

    public static HostingPackage with(HostingPackage other, List<Mailbox> mailboxes, Set<IpAddress> banned) {
        return new HostingPackage(
                other.id(),
                other.holder(),
                other.mainDomain(),
                other.furtherDomains(),
                other.plan(),
                other.php(),
                mailboxes,
                banned,
                other.certificates());
    }

    public static HostingPackage heldBy(HostingPackage other, String holder) {
        return new HostingPackage(
                other.id(),
                new CustomerId(holder),
                other.mainDomain(),
                other.furtherDomains(),
                other.plan(),
                other.php(),
                other.mailboxes(),
                other.banned(),
                other.certificates());
    }

    public static HostingPackage moved(HostingPackage other, DomainName mainDomain) {
        return new HostingPackage(
                other.id(),
                other.holder(),
                mainDomain,
                other.furtherDomains(),
                other.plan(),
                other.php(),
                other.mailboxes(),
                other.banned(),
                other.certificates());
    }

    public static EmailAddress mail(String address) {
        return EmailAddress.parse(address).orThrow();
    }
}
