package org.supportpin.functions.action;

import java.time.Clock;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.supportpin.domain.action.Action;
import org.supportpin.domain.action.ActionExecutor;
import org.supportpin.domain.action.ActionName;
import org.supportpin.domain.action.BackOfficeSystem;
import org.supportpin.domain.action.Undoable;
import org.supportpin.domain.billing.Billing;
import org.supportpin.domain.billing.OrderMailLog;
import org.supportpin.domain.billing.OrderServiceExecutor;
import org.supportpin.domain.billing.RenewServiceExecutor;
import org.supportpin.domain.billing.SendOrderDetailsExecutor;
import org.supportpin.domain.billing.UpgradeServiceExecutor;
import org.supportpin.domain.dns.ChangeDnsRecordsExecutor;
import org.supportpin.domain.dns.DnsZones;
import org.supportpin.domain.hosting.ApplyMicroFixExecutor;
import org.supportpin.domain.hosting.ChangeHostingSettingsExecutor;
import org.supportpin.domain.hosting.WebHosting;
import org.supportpin.domain.mail.MailRoute;
import org.supportpin.domain.notice.NoticeKind;
import org.supportpin.domain.registrar.AdministratorMails;
import org.supportpin.domain.registrar.ChangeDomainAdministratorExecutor;
import org.supportpin.domain.registrar.ChangeNameserversExecutor;
import org.supportpin.domain.registrar.RecallGrDomainExecutor;
import org.supportpin.domain.registrar.Registrar;
import org.supportpin.functions.BackOffice;

/**
 * Binds the ten actions to the systems that they need. A new {@link ActionName} does not compile until it is bound here.
 *
 * @param zone decides which day it is
 */
public record ActionRegistry(BackOffice backOffice, OrderMailLog orderMails, Clock clock, ZoneId zone) {

    ActionBinding<?, ?, ?> find(ActionName name) {
        var ports = new Ports(backOffice);
        return switch (name) {
            case ORDER_SERVICE -> ports.bound(new OrderServiceExecutor(ports.billing()), OrderServiceJson.JSON);
            case RENEW_SERVICE ->
                ports.bound(new RenewServiceExecutor(ports.billing(), clock, zone), RenewServiceJson.JSON);
            case UPGRADE_SERVICE ->
                ports.bound(new UpgradeServiceExecutor(ports.billing(), clock, zone), UpgradeServiceJson.JSON);
            case CHANGE_DNS_RECORDS -> ports.undoable(new ChangeDnsRecordsExecutor(ports.dns()), DnsRecordsJson.JSON);
            case CHANGE_NAMESERVERS ->
                ports.undoable(
                        new ChangeNameserversExecutor(ports.registrar(), backOffice.delegationProbe()),
                        ChangeNameserversJson.JSON);
            case RECALL_GR_DOMAIN ->
                ports.bound(new RecallGrDomainExecutor(ports.registrar(), clock), RecallGrDomainJson.JSON);
            case SEND_ORDER_DETAILS ->
                ports.bound(
                        new SendOrderDetailsExecutor(
                                ports.billing(), ports.mail(), orderMails, backOffice.bank(), clock),
                        SendOrderDetailsJson.JSON,
                        new ActionMails<>(
                                NoticeKind.ORDER_DETAILS,
                                (mailing, _) -> mailing.queued().stream().toList()));
            case CHANGE_DOMAIN_ADMINISTRATOR ->
                ports.bound(
                        new ChangeDomainAdministratorExecutor(ports.registrar()),
                        ChangeDomainAdministratorJson.JSON,
                        new ActionMails<>(NoticeKind.ADMINISTRATOR_CHANGED, AdministratorMails::about));
            case CHANGE_HOSTING_SETTINGS ->
                ports.undoable(
                        new ChangeHostingSettingsExecutor(ports.hosting(), ports.dns()), HostingSettingsJson.JSON);
            case APPLY_MICRO_FIX -> ports.bound(new ApplyMicroFixExecutor(ports.hosting()), MicroFixJson.JSON);
        };
    }

    /** Hands out ports, and remembers of which systems: what an executor gets is what its action needs. */
    private record Ports(BackOffice backOffice, Set<BackOfficeSystem> given) {

        Ports(BackOffice backOffice) {
            this(backOffice, EnumSet.noneOf(BackOfficeSystem.class));
        }

        Billing billing() {
            return given(BackOfficeSystem.BILLING, backOffice.billing());
        }

        DnsZones dns() {
            return given(BackOfficeSystem.DNS, backOffice.dnsZones());
        }

        Registrar registrar() {
            return given(BackOfficeSystem.REGISTRAR, backOffice.registrar());
        }

        WebHosting hosting() {
            return given(BackOfficeSystem.HOSTING, backOffice.webHosting());
        }

        /** What only the outbox calls, no action needs. */
        MailRoute mail() {
            return switch (backOffice.mail()) {
                case MailRoute.Direct direct -> given(BackOfficeSystem.MAIL, direct);
                case MailRoute.ByOutbox byOutbox -> byOutbox;
            };
        }

        private <T> T given(BackOfficeSystem system, T port) {
            given.add(system);
            return port;
        }

        /** Called when the executor already has its ports. */
        <A extends Action, P, R> ActionBinding<A, P, R> bound(
                ActionExecutor<A, P, R> executor, ActionJson<A, P, R> json) {
            return bound(executor, json, ActionMails.none());
        }

        <A extends Action, P, R> ActionBinding<A, P, R> bound(
                ActionExecutor<A, P, R> executor, ActionJson<A, P, R> json, ActionMails<R> mails) {
            return new ActionBinding<>(executor, json, mails, given, null);
        }

        /** Of an action that can be undone. */
        <A extends Action, P, R, E extends ActionExecutor<A, P, R> & Undoable<P>> ActionBinding<A, P, R> undoable(
                E executor, ActionJson<A, P, R> json) {
            return new ActionBinding<>(executor, json, ActionMails.none(), given, executor);
        }
    }
}
