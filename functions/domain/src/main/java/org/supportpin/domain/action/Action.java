package org.supportpin.domain.action;

/** One of the ten, with its parameters. Closed: what is not named here cannot be executed. */
public sealed interface Action
        permits OrderService,
                RenewService,
                UpgradeService,
                ChangeDnsRecords,
                ChangeNameservers,
                RecallGrDomain,
                SendOrderDetails,
                ChangeDomainAdministrator,
                ChangeHostingSettings,
                ApplyMicroFix {

    ActionName name();
}
