package org.supportpin.backoffice.hosting.plesk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supportpin.backoffice.hosting.plesk.PleskPackages.Php;
import org.supportpin.backoffice.http.Timeouts;
import org.supportpin.backoffice.http.VendorMessage;
import org.supportpin.backoffice.secret.SecretStore;
import org.supportpin.backoffice.xml.XmlBuilder;
import org.supportpin.domain.action.ActionId;
import org.supportpin.domain.action.CallOutcome;
import org.supportpin.domain.action.Refusal;
import org.supportpin.domain.dns.IpAddress;
import org.supportpin.domain.hosting.Fix;
import org.supportpin.domain.hosting.FixRules;
import org.supportpin.domain.hosting.FixState;
import org.supportpin.domain.hosting.HostingPackage;
import org.supportpin.domain.hosting.HostingRules;
import org.supportpin.domain.hosting.Mailbox;
import org.supportpin.domain.hosting.PackageId;
import org.supportpin.domain.hosting.PhpEdit;
import org.supportpin.domain.hosting.PhpEdit.SettingEdit;
import org.supportpin.domain.hosting.PhpState;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.identity.CustomerId;
import org.supportpin.domain.listing.Listing;

/**
 * {@link WebHosting} by Plesk. The package is read before and after each change: a change is done only if it shows, and refused only if
 * nothing of it shows.
 */
public final class PleskHosting implements WebHosting {

    private static final Refusal NOT_SERVED = new Refusal(
            VendorMessage.RULE,
            "Plesk cannot do this for a single package; an administrator must do it on the server.",
            "Το Plesk δεν μπορεί να το κάνει για ένα μόνο πακέτο. Πρέπει να το κάνει ένας διαχειριστής στον διακομιστή.");

    private final PleskXml xml;
    private final PleskUtilities utilities;
    private final PleskPackages packages;
    private final PleskLists lists;

    public PleskHosting(PleskSettings settings, SecretStore secrets, Timeouts patience) {
        var caller = new PleskCaller(settings, secrets, patience);
        this.xml = new PleskXml(caller, PleskPackages.READING);
        this.utilities = new PleskUtilities(caller);
        var customers = PleskCustomers.of(xml, settings, secrets, patience);
        this.packages = new PleskPackages(settings, xml, customers, utilities);
        this.lists = new PleskLists(xml, customers, packages);
    }

    @Override
    public Optional<HostingPackage> find(PackageId id) {
        return packages.find(id);
    }

    @Override
    public Listing<HostingPackage> packages(CustomerId holder) {
        return lists.packages(holder);
    }

    @Override
    public CallOutcome<PhpState> applySettings(ActionId id, PhpEdit edit) {
        return CallOutcome.ofCallOnFacts(() -> packages.php(edit.packageId())
                .map(php -> applySettings(edit, php))
                .orElseGet(() -> CallOutcome.refused(HostingRules.packageNotFound())));
    }

    private CallOutcome<PhpState> applySettings(PhpEdit edit, Php php) {
        if (edit.isPresentIn(php.state())) {
            return CallOutcome.done(php.state());
        }
        if (!edit.isAbsentFrom(php.state())) {
            return CallOutcome.refused(HostingRules.settingsChanged());
        }
        var version = edit.version();
        var handler = version == null ? null : php.handlers().inVersion(php.now(), version.after());
        if (handler != null && handler.isEmpty()) {
            return CallOutcome.refused(HostingRules.versionNotOffered(php.state()));
        }
        var set = set(edit, handler == null ? null : handler.get().id());
        return xml.send("webspace", "set", List.of(set)).outcome(operations -> {
            var result = operations.getFirst().getFirst();
            return CallOutcome.ofReadingBack(() -> shown(edit, result.isOk() ? null : result.refusal()));
        });
    }

    /** The whole edit in one operation: {@code hosting}, then {@code php-settings}. An empty setting takes the server's value. */
    private static Consumer<XmlBuilder> set(PhpEdit edit, @Nullable String handler) {
        return set -> set.element(
                        "filter", filter -> filter.text("id", edit.packageId().value()))
                .element("values", values -> {
                    if (handler != null) {
                        values.element(
                                "hosting",
                                hosting -> hosting.element(
                                        "vrt_hst",
                                        host -> host.element(
                                                "property",
                                                property -> property.text("name", "php_handler_id")
                                                        .text("value", handler))));
                    }
                    if (!edit.settings().isEmpty()) {
                        values.element(
                                "php-settings", settings -> edit.settings().forEach(each -> setting(settings, each)));
                    }
                });
    }

    private static void setting(XmlBuilder settings, SettingEdit edit) {
        var after = edit.after();
        settings.element(
                "setting",
                setting -> setting.text("name", edit.setting().text()).text("value", after == null ? "" : after));
    }

    /**
     * The outcome by what the package shows after Plesk has answered.
     *
     * @param refusal null if Plesk accepted the edit
     */
    private CallOutcome<PhpState> shown(PhpEdit edit, @Nullable Refusal refusal) {
        var now = packages.php(edit.packageId()).map(Php::state);
        if (now.isPresent() && edit.isPresentIn(now.get())) {
            return CallOutcome.done(now.get());
        }
        return refusal != null && now.isPresent() && edit.isAbsentFrom(now.get())
                ? CallOutcome.refused(refusal)
                : CallOutcome.unknown();
    }

    @Override
    public CallOutcome<FixState> applyFix(ActionId id, PackageId packageId, Fix fix) {
        return CallOutcome.ofCallOnFacts(() -> switch (fix) {
            case Fix.UnbanAddress(var address) -> unban(address);
            case Fix.RaiseMailboxQuota raise -> raise(packageId, raise);
            case Fix.RestartPhp _, Fix.ClearCache _, Fix.RepairPermissions _, Fix.ReissueCertificate _ ->
                CallOutcome.refused(NOT_SERVED);
        });
    }

    private CallOutcome<FixState> unban(IpAddress address) {
        var bans = bans(address);
        if (bans.isEmpty()) {
            return CallOutcome.done(new FixState.Ban(false));
        }
        var jails = bans.stream()
                .map(PleskPackages.Ban::jail)
                .filter(Objects::nonNull)
                .toList();
        return called(
                new Utility.Unban(address, jails),
                () -> bans(address).isEmpty(),
                () -> bans(address).equals(bans),
                new FixState.Ban(false));
    }

    private List<PleskPackages.Ban> bans(IpAddress address) {
        return packages.bans().stream()
                .filter(ban -> ban.address().equals(address))
                .toList();
    }

    private CallOutcome<FixState> raise(PackageId packageId, Fix.RaiseMailboxQuota raise) {
        var before = packages.mailbox(packageId, raise.mailbox()).map(Mailbox::quotaMb);
        if (before.isEmpty() || raise.mailbox().local().startsWith("-")) {
            return CallOutcome.refused(FixRules.mailboxNotFound());
        }
        var asked = Optional.of(raise.quotaMb());
        if (before.equals(asked)) {
            return CallOutcome.done(new FixState.Quota(raise.quotaMb()));
        }
        Supplier<Optional<Integer>> now =
                () -> packages.mailbox(packageId, raise.mailbox()).map(Mailbox::quotaMb);
        return called(
                new Utility.SetMailboxQuota(raise.mailbox(), raise.quotaMb()),
                () -> now.get().equals(asked),
                () -> now.get().equals(before),
                new FixState.Quota(raise.quotaMb()));
    }

    /**
     * Calls a utility that changes something.
     *
     * @param isDone whether the change shows
     * @param isAsBefore whether, if it does not, nothing at all was changed
     */
    private CallOutcome<FixState> called(
            Utility utility, Supplier<Boolean> isDone, Supplier<Boolean> isAsBefore, FixState done) {
        return utilities
                .call(utility)
                .outcome(ran -> CallOutcome.ofReadingBack(() -> {
                    if (isDone.get()) {
                        return CallOutcome.done(done);
                    }
                    return !ran.isSuccess() && isAsBefore.get()
                            ? CallOutcome.refused(VendorMessage.refusal(ran.err()))
                            : CallOutcome.unknown();
                }));
    }

    /** Plesk keeps no record of actions, but bans and quotas show in the package. */
    @Override
    public CallOutcome<FixState> findFix(ActionId id) {
        return CallOutcome.unknown();
    }
}
