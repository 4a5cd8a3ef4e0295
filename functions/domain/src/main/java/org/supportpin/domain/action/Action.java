package org.supportpin.domain.action;

/** One of the ten, with its parameters. Closed: what is not named here cannot be executed. */
public sealed interface Action permits ChangeDnsRecords, ChangeNameservers, RecallGrDomain, ChangeDomainAdministrator {

    ActionName name();
}
