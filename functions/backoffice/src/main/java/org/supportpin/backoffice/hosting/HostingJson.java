package org.supportpin.backoffice.hosting;

import static org.supportpin.backoffice.json.Texts.CUSTOMER_ID;
import static org.supportpin.backoffice.json.Texts.DOMAIN_NAME;
import static org.supportpin.backoffice.json.Texts.EMAIL_ADDRESS;
import static org.supportpin.backoffice.json.Texts.INSTANT;
import static org.supportpin.backoffice.json.Texts.IP_ADDRESS;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.supportpin.backoffice.json.Codec;
import org.supportpin.backoffice.json.ObjectCodec;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Certificate;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PackagePlan;

public final class HostingJson {

    private static final int MANY = 10_000;

    public static final Codec<PackageId> PACKAGE_ID = Codec.text(PackageId::value, PackageId::parse);

    private static final Codec<Integer> MEGABYTES = Codec.integer(0, Integer.MAX_VALUE);

    private static final ObjectCodec<PackagePlan> PLAN = members -> {
        var name = members.required("name", Codec.string(), PackagePlan::name);
        var quota = members.required("mailboxQuotaMb", MEGABYTES, PackagePlan::mailboxQuotaMb);
        return members.make(() -> new PackagePlan(name.get(), quota.get()));
    };

    private static final ObjectCodec<Mailbox> MAILBOX = members -> {
        var address = members.required("address", EMAIL_ADDRESS, Mailbox::address);
        var quota = members.required("quotaMb", MEGABYTES, Mailbox::quotaMb);
        var used = members.required("usedMb", MEGABYTES, Mailbox::usedMb);
        return members.make(() -> new Mailbox(address.get(), quota.get(), used.get()));
    };

    private static final Codec<Set<IpAddress>> BANNED = IP_ADDRESS
            .list(0, MANY)
            .as(
                    LinkedHashSet::new,
                    addresses -> addresses.stream()
                            .sorted(Comparator.comparing(IpAddress::text))
                            .toList());

    private static final ObjectCodec<Certificate> CERTIFICATE = members -> {
        var domain = members.required("domain", DOMAIN_NAME, Certificate::domain);
        var until = members.required("validUntil", INSTANT, Certificate::validUntil);
        return members.make(() -> new Certificate(domain.get(), until.get()));
    };

    public static final ObjectCodec<HostingPackage> PACKAGE = members -> {
        var id = members.required("packageId", PACKAGE_ID, HostingPackage::id);
        var holder = members.required("customerId", CUSTOMER_ID, HostingPackage::holder);
        var main = members.required("mainDomain", DOMAIN_NAME, HostingPackage::mainDomain);
        var further = members.required("furtherDomains", DOMAIN_NAME.list(0, MANY), HostingPackage::furtherDomains);
        var plan = members.required("plan", PLAN, HostingPackage::plan);
        var php = members.required("php", PhpJson.PHP, HostingPackage::php);
        var mailboxes = members.required("mailboxes", MAILBOX.list(0, MANY), HostingPackage::mailboxes);
        var banned = members.required("bannedAddresses", BANNED, HostingPackage::banned);
        var certificates = members.required("certificates", CERTIFICATE.list(0, MANY), HostingPackage::certificates);
        return members.make(() -> new HostingPackage(
                id.get(),
                holder.get(),
                main.get(),
                further.get(),
                plan.get(),
                php.get(),
                mailboxes.get(),
                banned.get(),
                certificates.get()));
    };

    private HostingJson() {}
}
