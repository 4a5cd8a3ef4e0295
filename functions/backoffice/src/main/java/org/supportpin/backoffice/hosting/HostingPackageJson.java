package org.supportpin.backoffice.hosting;

import java.util.Comparator;
import java.util.LinkedHashSet;
import org.supportpin.backoffice.json.Fields;
import org.supportpin.backoffice.json.Json;
import org.supportpin.backoffice.json.Json.Obj;
import org.supportpin.backoffice.json.Read;
import org.supportpin.domain.check.Checked;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Certificate;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PackagePlan;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.mail.EmailAddress;
import org.supportpin.domain.name.DomainName;

/** A hosting package as JSON. */
public final class HostingPackageJson {

    private static final int MANY = 10_000;

    private HostingPackageJson() {}

    public static Obj write(HostingPackage hosting) {
        return Json.object()
                .put("packageId", hosting.id().value())
                .put("customerId", hosting.holder().value())
                .put("mainDomain", hosting.mainDomain().ascii())
                .put("furtherDomains", Json.array(hosting.furtherDomains(), domain -> Json.of(domain.ascii())))
                .put("plan", plan(hosting.plan()))
                .put("php", PhpJson.write(hosting.php()))
                .put("mailboxes", Json.array(hosting.mailboxes(), HostingPackageJson::mailbox))
                .put(
                        "bannedAddresses",
                        Json.array(
                                hosting.banned().stream()
                                        .sorted(Comparator.comparing(IpAddress::text))
                                        .toList(),
                                address -> Json.of(address.text())))
                .put("certificates", Json.array(hosting.certificates(), HostingPackageJson::certificate))
                .build();
    }

    /** What {@link #write} gave. */
    public static final Read<HostingPackage> READ = Read.object(HostingPackageJson::read);

    private static Checked<HostingPackage> read(Fields fields) {
        var id = fields.required("packageId", Read.text(PackageId::parse));
        var holder = fields.required("customerId", Read.text(CustomerId::parse));
        var main = fields.required("mainDomain", Read.text(DomainName::parse));
        var further = fields.required("furtherDomains", Read.list(Read.text(DomainName::parse), 0, MANY));
        var plan = fields.required("plan", Read.object(HostingPackageJson::plan));
        var php = fields.required("php", PhpJson.READ);
        var mailboxes = fields.required("mailboxes", Read.list(Read.object(HostingPackageJson::mailbox), 0, MANY));
        var banned = fields.required("bannedAddresses", Read.list(Read.text(IpAddress::parse), 0, MANY));
        var certificates =
                fields.required("certificates", Read.list(Read.object(HostingPackageJson::certificate), 0, MANY));
        return fields.make(() -> new HostingPackage(
                id.get(),
                holder.get(),
                main.get(),
                further.get(),
                plan.get(),
                php.get(),
                mailboxes.get(),
                new LinkedHashSet<>(banned.get()),
                certificates.get()));
    }

    private static Json plan(PackagePlan plan) {
        return Json.object()
                .put("name", plan.name())
                .put("mailboxQuotaMb", plan.mailboxQuotaMb())
                .build();
    }

    private static Checked<PackagePlan> plan(Fields fields) {
        var name = fields.required("name", Read.string());
        var quota = fields.required("mailboxQuotaMb", Read.integer(0, Integer.MAX_VALUE));
        return fields.make(() -> new PackagePlan(name.get(), quota.get()));
    }

    private static Json mailbox(Mailbox mailbox) {
        return Json.object()
                .put("address", mailbox.address().address())
                .put("quotaMb", mailbox.quotaMb())
                .put("usedMb", mailbox.usedMb())
                .build();
    }

    private static Checked<Mailbox> mailbox(Fields fields) {
        var address = fields.required("address", Read.text(EmailAddress::parse));
        var quota = fields.required("quotaMb", Read.integer(0, Integer.MAX_VALUE));
        var used = fields.required("usedMb", Read.integer(0, Integer.MAX_VALUE));
        return fields.make(() -> new Mailbox(address.get(), quota.get(), used.get()));
    }

    private static Json certificate(Certificate certificate) {
        return Json.object()
                .put("domain", certificate.domain().ascii())
                .put("validUntil", certificate.validUntil().toString())
                .build();
    }

    private static Checked<Certificate> certificate(Fields fields) {
        var domain = fields.required("domain", Read.text(DomainName::parse));
        var until = fields.required("validUntil", Read.text(FixJson::instant));
        return fields.make(() -> new Certificate(domain.get(), until.get()));
    }
}
