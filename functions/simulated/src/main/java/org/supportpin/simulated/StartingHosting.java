package org.supportpin.simulated;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportpin.backoffice.hosting.HostingJson;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Certificate;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PackagePlan;
import org.supportpin.domain.hosting.PhpSetting;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.PhpVersion;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.simulated.Documents.Document;
import org.supportpin.simulated.Documents.Kind;

/** The starting data of hosting. */
final class StartingHosting {

    private static final PackagePlan BASIC = new PackagePlan("Basic", 5120);

    private StartingHosting() {}

    static List<Document> documents(Instant now) {
        return Stream.of(marias(now), others(now))
                .map(each -> new Document(Kind.PACKAGES, each.id().value(), HostingJson.PACKAGE.write(each), 0))
                .toList();
    }

    private static HostingPackage marias(Instant now) {
        return new HostingPackage(
                new PackageId("pkg-1"),
                new CustomerId(StartingData.MARIA),
                StartingData.domain("papadopoulou.gr"),
                List.of(StartingData.domain("nea.gr")),
                BASIC,
                php("8.3", "128M"),
                List.of(mailbox("info@papadopoulou.gr", 1024, 903), mailbox("sales@papadopoulou.gr", 2048, 310)),
                Set.of(new IpAddress("195.251.255.66")),
                List.of(
                        new Certificate(StartingData.domain("papadopoulou.gr"), now.plus(12, DAYS)),
                        new Certificate(StartingData.domain("nea.gr"), now.plus(61, DAYS))));
    }

    private static HostingPackage others(Instant now) {
        return new HostingPackage(
                new PackageId("pkg-2"),
                new CustomerId(StartingData.OTHER),
                StartingData.domain("allo.gr"),
                List.of(),
                BASIC,
                php("8.2", "256M"),
                List.of(mailbox("info@allo.gr", 1024, 55)),
                Set.of(new IpAddress("195.251.255.77")),
                List.of(new Certificate(StartingData.domain("allo.gr"), now.plus(40, DAYS))));
    }

    private static PhpState php(String version, String memory) {
        return new PhpState(
                new PhpVersion(version),
                Stream.of("8.1", "8.2", "8.3", "8.4").map(PhpVersion::new).collect(Collectors.toUnmodifiableSet()),
                Map.of(
                        PhpSetting.MEMORY_LIMIT, memory,
                        PhpSetting.MAX_EXECUTION_TIME, "30",
                        PhpSetting.MAX_INPUT_TIME, "60",
                        PhpSetting.POST_MAX_SIZE, "32M",
                        PhpSetting.UPLOAD_MAX_FILESIZE, "16M",
                        PhpSetting.MAX_INPUT_VARS, "1000",
                        PhpSetting.DISPLAY_ERRORS, "off",
                        PhpSetting.DATE_TIMEZONE, "Europe/Athens"));
    }

    private static Mailbox mailbox(String address, int quotaMb, int usedMb) {
        return new Mailbox(EmailAddress.parse(address).orThrow(), quotaMb, usedMb);
    }
}
